package io.liquidationmap.api.representation;

/// A request that says nothing but how the answer is to be written.
///
/// @param format JSON or CSV
public record PlainRequest(Format format) {}
