package io.liquidationmap.ingestion.bybit;

import org.jspecify.annotations.Nullable;

/// A listed contract.
///
/// @param contractType `LinearPerpetual` or `InversePerpetual`, or one of dated contracts
/// @param status `Trading` while it trades
/// @param launchTime when it was listed, epoch milliseconds
record ContractRow(
        String symbol,
        @Nullable String contractType,
        @Nullable String status,
        @Nullable String baseCoin,
        @Nullable String quoteCoin,
        @Nullable Long launchTime) {}
