package io.liquidationmap.ingestion.bitget;

import org.jspecify.annotations.Nullable;

/// A contract.
///
/// @param symbolType `perpetual` or `delivery`
/// @param symbolStatus `normal` while it trades
/// @param takerFeeRate as a fraction of notional
/// @param launchTime when it was listed, epoch milliseconds; often empty
record ContractRow(
        String symbol,
        @Nullable String baseCoin,
        @Nullable String quoteCoin,
        @Nullable String symbolType,
        @Nullable String symbolStatus,
        @Nullable Double takerFeeRate,
        @Nullable Long launchTime) {}
