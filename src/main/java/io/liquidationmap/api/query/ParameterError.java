package io.liquidationmap.api.query;

/// Why a parameter was refused.
///
/// @param parameter its name
/// @param message what was wrong, continuing a sentence that begins with the name
/// @param allowed what would have been accepted
public record ParameterError(String parameter, String message, String allowed) {}
