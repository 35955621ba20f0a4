package io.liquidationmap.maps;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an overview is about.
///
/// @param symbols as in [MarketQuery], in the order of the rows; empty for every base asset of which bars are stored
/// @param venues the venues to count; empty for all
/// @param range positions opened within the last …
/// @param asOf the instant the answer is for; null for the last closed bar of each symbol
/// @param model which account of the positions
public record OverviewQuery(
        List<String> symbols,
        Set<Venue> venues,
        Range range,
        @Nullable Instant asOf,
        Model model) {

    /// Rows of one answer, where they are named.
    public static final int MOST_SYMBOLS = 100;

    public OverviewQuery {
        symbols = List.copyOf(symbols);
        venues = Set.copyOf(venues);
    }

    /// The question of one row.
    MarketQuery of(String symbol) {
        return new MarketQuery(symbol, venues, range, asOf, model);
    }
}
