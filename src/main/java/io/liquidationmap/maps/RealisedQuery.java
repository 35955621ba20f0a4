package io.liquidationmap.maps;

import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks what was liquidated.
///
/// @param symbol a base asset (`BTC`: all its perpetuals) or a venue's own symbol (`BTCUSDT`), in any case
/// @param venues the venues to count; empty for all that have the symbol
/// @param from beginning of the stretch asked for
/// @param to its end
/// @param step into what the stretch is cut; steps begin at whole multiples of their length, in UTC
/// @param asOf the instant the answer is for, as it could have been given then; null for now
public record RealisedQuery(
        String symbol,
        Set<Venue> venues,
        Instant from,
        Instant to,
        Interval step,
        @Nullable Instant asOf) {
    /// Steps of one answer.
    public static final int MOST_STEPS = 2_000;

    public RealisedQuery {
        venues = Set.copyOf(venues);
    }
}
