package io.liquidationmap.ingestion.binance;

/// The present prices of one contract.
///
/// @param markPrice quote currency per coin
record PremiumIndexRow(String symbol, double markPrice) {}
