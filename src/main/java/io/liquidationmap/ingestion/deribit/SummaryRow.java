package io.liquidationmap.ingestion.deribit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// The present state of one of many contracts.
///
/// @param quoteCurrency of its price: US dollars of an inverse contract
/// @param openInterest counted once: coins of a linear contract, US dollars of an inverse one
/// @param markPrice quote per coin
/// @param creationTimestamp when it was so, epoch milliseconds
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SummaryRow(
        String instrumentName,
        @Nullable String quoteCurrency,
        @Nullable Double openInterest,
        @Nullable Double markPrice,
        @Nullable Long creationTimestamp) {

    /// What is open, US dollars; null if the row does not say.
    @Nullable Double openInterestUsd() {
        if (openInterest == null || markPrice == null) {
            return null;
        }
        return "USD".equals(quoteCurrency) ? openInterest : (Double) (openInterest * markPrice);
    }
}
