package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.Envelope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The markets, by their names.
record PerpetualMarkets(@Nullable Map<String, MarketRow> markets) implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return markets == null ? Optional.of(new Fault("no markets", false)) : Optional.empty();
    }

    Collection<MarketRow> rows() {
        return markets == null ? List.of() : markets.values();
    }

    /// One of them.
    ///
    /// @throws VenueUnavailableException if it is not there
    MarketRow of(String ticker) {
        return rows().stream()
                .filter(row -> ticker.equals(row.ticker()))
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("does not list " + ticker, null, null));
    }

    /// A market.
    ///
    /// @param status `ACTIVE` while it trades
    /// @param initialMarginFraction of notional, while open interest is small enough
    /// @param maintenanceMarginFraction of notional, whatever the size
    /// @param openInterest coins held long, which are as many as are held short
    /// @param oraclePrice US dollars per coin
    record MarketRow(
            String ticker,
            @Nullable String status,
            @Nullable Double initialMarginFraction,
            @Nullable Double maintenanceMarginFraction,
            @Nullable Double openInterest,
            @Nullable Double oraclePrice) {

        /// What is open, US dollars; null if the row does not say.
        @Nullable Double openInterestUsd() {
            return openInterest == null || oraclePrice == null ? null : (Double) (openInterest * oraclePrice);
        }
    }
}
