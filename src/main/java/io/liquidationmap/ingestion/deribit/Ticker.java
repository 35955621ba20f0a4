package io.liquidationmap.ingestion.deribit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// The present state of a contract.
///
/// @param timestamp when it was so, epoch milliseconds
/// @param openInterest counted once: coins of a linear contract, US dollars of an inverse one
/// @param markPrice quote per coin
/// @param indexPrice of the coin itself
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Ticker(
        long timestamp,
        @Nullable Double openInterest,
        @Nullable Double markPrice,
        @Nullable Double indexPrice) {}
