package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.binance.HourlyMargins.Tiers;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The tiers the documented interface shows to the owner of a key.
final class SignedMargins {

    private SignedMargins() {}

    /// The request of either market.
    @FunctionalInterface
    interface Request {

        /// Makes it.
        ///
        /// @param signature of `timestamp=<timestamp>`
        List<SymbolBrackets> send(String apiKey, long timestamp, String signature);
    }

    /// The tiers by symbol.
    static BinanceMargins of(Venue venue, ApiKey key, Request request, RefusedRows refused, Clock clock) {
        return new HourlyMargins(
                venue, "Binance leverageBracket, signed", () -> ask(key, request, clock.millis()), refused, clock);
    }

    private static Map<String, Tiers> ask(ApiKey key, Request request, long timestamp) {
        return request.send(key.key(), timestamp, key.signature("timestamp=" + timestamp)).stream()
                .collect(Collectors.toMap(SymbolBrackets::symbol, row -> row::steps, (first, _) -> first));
    }
}
