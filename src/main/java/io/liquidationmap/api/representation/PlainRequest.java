package io.liquidationmap.api.representation;

/// A request that says nothing but how the answer is to be written.
///
/// @param rendition JSON or CSV
public record PlainRequest(Rendition rendition) {}
