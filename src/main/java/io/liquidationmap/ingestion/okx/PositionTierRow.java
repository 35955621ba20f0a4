package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.MarginTier;
import org.jspecify.annotations.Nullable;

/// A margin tier.
///
/// @param instId the contract, where tiers of one family differ
/// @param maxSz largest position, contracts
/// @param mmr share of a position's value that must remain as margin
/// @param maxLever largest leverage
record PositionTierRow(
        @Nullable String instId,
        @Nullable Double maxSz,
        @Nullable Double mmr,
        @Nullable Double maxLever) {

    /// The largest position, contracts.
    ///
    /// @throws IllegalArgumentException if there is none
    double largest() {
        return RefusedRows.required(maxSz, "a largest position");
    }

    /// As a tier that begins and ends at these values.
    ///
    /// @throws IllegalArgumentException if it cannot be true
    MarginTier tier(double floor, double cap) {
        return new MarginTier(
                floor,
                cap,
                RefusedRows.required(mmr, "a maintenance margin"),
                0,
                RefusedRows.required(maxLever, "a largest leverage"));
    }
}
