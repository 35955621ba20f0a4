package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Rendition;

/// Asks how ingestion and calibration are doing.
record StatusRequest(Rendition rendition) {}
