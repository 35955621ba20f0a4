package io.liquidationmap.ingestion.binance;

/// The present prices of one COIN-M contract.
///
/// @param markPrice US dollars per coin
record PremiumIndexRow(String symbol, double markPrice) {}
