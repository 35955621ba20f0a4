package io.liquidationmap.ingestion.okx;

import org.jspecify.annotations.Nullable;

/// A margin tier.
///
/// @param instId the contract, where tiers of one family differ
/// @param maxSz largest position, contracts
/// @param mmr share of a position's value that must remain as margin
/// @param maxLever largest leverage
record PositionTierRow(@Nullable String instId, double maxSz, double mmr, double maxLever) {}
