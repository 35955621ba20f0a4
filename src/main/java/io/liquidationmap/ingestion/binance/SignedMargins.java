package io.liquidationmap.ingestion.binance;

import io.liquidationmap.market.MarginSchedule.Step;
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
    static BinanceMargins of(ApiKey key, Request request, Clock clock) {
        return new HourlyMargins("Binance leverageBracket, signed", () -> ask(key, request, clock.millis()), clock);
    }

    private static Map<String, List<Step>> ask(ApiKey key, Request request, long timestamp) {
        return request.send(key.key(), timestamp, key.signature("timestamp=" + timestamp)).stream()
                .collect(Collectors.toMap(SymbolBrackets::symbol, SymbolBrackets::steps));
    }
}
