package io.liquidationmap.maps;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a question is about.
///
/// @param symbol a base asset (`BTC`: all its perpetuals) or a venue's own symbol (`BTCUSDT`), in any case
/// @param venues the venues to count; empty for all that have the symbol
/// @param range positions opened within the last …
/// @param asOf the instant the answer is for, as it could have been given then; null for the last closed bar
/// @param model which account of the positions
public record MarketQuery(
        String symbol,
        Set<Venue> venues,
        Range range,
        @Nullable Instant asOf,
        Model model) {
    public MarketQuery {
        venues = Set.copyOf(venues);
    }
}
