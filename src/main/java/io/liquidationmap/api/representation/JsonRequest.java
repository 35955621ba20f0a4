package io.liquidationmap.api.representation;

/// A request that says nothing at all.
///
/// @param rendition JSON
public record JsonRequest(Rendition rendition) {}
