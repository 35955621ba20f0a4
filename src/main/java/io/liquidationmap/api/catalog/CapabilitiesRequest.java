package io.liquidationmap.api.catalog;

import io.liquidationmap.api.representation.Rendition;

/// Asks what can be asked.
record CapabilitiesRequest(Rendition rendition) {}
