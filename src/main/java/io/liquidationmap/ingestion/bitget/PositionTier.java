package io.liquidationmap.ingestion.bitget;

/// One margin tier.
///
/// @param endUnit largest position value, for a linear contract in its quote currency
/// @param leverage largest leverage
/// @param keepMarginRate share that must remain as margin
record PositionTier(double endUnit, double leverage, double keepMarginRate) {}
