package io.liquidationmap.ingestion.okx;

/// The mark price at this moment.
///
/// @param markPx quote per coin
record MarkPrice(double markPx) {}
