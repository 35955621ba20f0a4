package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The present state of every contract.
///
/// @param result `success` or `error`
record Tickers(
        @Nullable String result,
        @Nullable String error,
        @Nullable Instant serverTime,
        @Nullable List<Ticker> tickers) implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return faultOf(result, error);
    }

    /// What an answer of this interface that is no success says.
    static Optional<Fault> faultOf(@Nullable String result, @Nullable String error) {
        return "success".equals(result)
                ? Optional.empty()
                : Optional.of(new Fault(result + " " + error, "Server Error".equals(error)));
    }

    List<Ticker> all() {
        return tickers == null ? List.of() : tickers;
    }

    /// That of one contract.
    ///
    /// @throws VenueUnavailableException if it is not among them
    Ticker of(String symbol) {
        return all().stream()
                .filter(ticker -> symbol.equalsIgnoreCase(ticker.symbol()))
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("has no ticker of " + symbol, null, null));
    }

    /// The present state of a contract.
    ///
    /// @param openInterest counted once: coins of a linear contract, US dollars of an inverse one
    /// @param markPrice US dollars per coin
    record Ticker(
            String symbol,
            @Nullable Double openInterest,
            @Nullable Double markPrice) {

        /// Of a contract whose name begins as linear ones do, or as inverse ones do; null where it does not say.
        @Nullable Double openInterestUsd() {
            if (openInterest == null || symbol.regionMatches(true, 0, "PI_", 0, 3)) {
                return openInterest;
            }
            return markPrice == null ? null : (Double) (openInterest * markPrice);
        }
    }
}
