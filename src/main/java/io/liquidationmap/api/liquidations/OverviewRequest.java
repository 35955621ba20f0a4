package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.SymbolName;
import io.liquidationmap.api.representation.FormatParameter;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.OverviewQuery;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Asks for many symbols at a glance.
record OverviewRequest(OverviewQuery overview, Rendition rendition) {

    static final Parameter<Set<String>> SYMBOLS = Parameter.optional(
            "symbols",
            new CommaList<>(new SymbolName(), OverviewQuery.MOST_SYMBOLS),
            "BTC,ETH",
            "Base assets or venues' own instruments, in the order of the rows. Without it, every base asset of which bars"
                    + " are stored, by name.");

    static OverviewRequest read(Query query, Clock clock) {
        Set<String> symbols = query.find(SYMBOLS);
        Set<Venue> venues = query.find(MarketParameters.VENUES);
        Range range = query.get(MarketParameters.RANGE);
        Instant asOf = MarketParameters.asOf(query, clock);
        Model model = query.get(MarketParameters.MODEL);
        return new OverviewRequest(
                new OverviewQuery(
                        symbols == null ? List.of() : List.copyOf(symbols),
                        venues == null ? Set.of() : venues,
                        range,
                        asOf,
                        model),
                FormatParameter.read(query));
    }
}
