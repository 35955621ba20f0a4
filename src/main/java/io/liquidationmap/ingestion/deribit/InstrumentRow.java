package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A contract.
///
/// @param settlementPeriod `perpetual`, or how long it lives
/// @param instrumentType `reversed` or `linear`
/// @param isActive whether it trades
/// @param creationTimestamp when it was listed, epoch milliseconds
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record InstrumentRow(
        String instrumentName,
        @Nullable String settlementPeriod,
        @Nullable String instrumentType,
        @Nullable Boolean isActive,
        @Nullable String baseCurrency,
        @Nullable String quoteCurrency,
        @Nullable Long creationTimestamp) {

    private static final Set<String> LINEAR_QUOTES = Set.of("USDC", "USDT");

    /// The instrument; empty if it is no perpetual that trades against dollars.
    ///
    /// @throws IllegalArgumentException if it has an impossible name
    Optional<Instrument> instrument() {
        boolean trades = "perpetual".equals(settlementPeriod) && Boolean.TRUE.equals(isActive);
        if (!trades) {
            return Optional.empty();
        }
        ContractType contract;
        if ("reversed".equals(instrumentType) && (quoteCurrency == null || quoteCurrency.equals("USD"))) {
            contract = ContractType.INVERSE;
        } else if ("linear".equals(instrumentType)
                && (quoteCurrency == null || LINEAR_QUOTES.contains(quoteCurrency))) {
            contract = ContractType.LINEAR;
        } else {
            return Optional.empty();
        }
        InstrumentId id = new InstrumentId(DeribitSource.VENUE, instrumentName);
        return Optional.of(new Instrument(
                id,
                RefusedRows.required(baseCurrency, "a base currency"),
                RefusedRows.required(quoteCurrency, "a quote currency"),
                contract));
    }
}
