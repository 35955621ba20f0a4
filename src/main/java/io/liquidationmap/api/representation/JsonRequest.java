package io.liquidationmap.api.representation;

/// A request that says nothing at all.
///
/// @param format JSON
public record JsonRequest(Format format) {}
