package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PastInstant;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.query.SymbolName;
import io.liquidationmap.api.query.VenueName;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.Model;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The parameters that say which market a question is about, as of when and over which range.
public final class MarketParameters {

    private static final int MOST_VENUES = 32;

    static final Parameter<String> SYMBOL = Parameter.defaulting(
            "symbol",
            new SymbolName(),
            "BTC",
            "BTC",
            "A base asset (BTC: all its perpetuals on all venues counted) or a venue's own instrument (BTCUSDT,"
                    + " BTC-USDT-SWAP). Case does not matter.");

    static final Parameter<Set<Venue>> VENUES = Parameter.optional(
            "venues",
            new CommaList<>(new VenueName(), MOST_VENUES),
            "binance",
            "The venues to count. Without it, all that list the symbol.");

    static final Parameter<Range> RANGE = Parameter.defaulting(
            "range",
            new RangeLength(),
            "30d",
            "365d",
            "Positions opened within the last …; 24h is 1d, 1w is 7d, 1mo is 30d, 1y is 365d. The answer has the"
                    + " canonical form.");

    static final Parameter<Instant> AS_OF = Parameter.optional(
            "asOf",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "The instant the answer is for, as it could have been given then: no later bar is used. The same question has"
                    + " the same bytes for as long as what is stored of that time is the same: a figure that was late, a"
                    + " back-fill, a repaired bar or a venue that comes with its history changes them, and method.inputHash"
                    + " with them. Without it, the end of the last closed bar.");

    static final Parameter<Model> MODEL = Parameter.defaulting(
            "model",
            Choice.of(Model.class),
            "conserved",
            "conserved",
            "conserved: positions also close by themselves, and each side sums to open interest. opened: the popular"
                    + " map, whose levels stay until price passes through them; it overstates, and is there for"
                    + " comparison.");

    private MarketParameters() {}

    /// The market a query asks about; what is wrong with it is noted in the query.
    public static MarketQuery read(Query query, Clock clock) {
        return read(query, RANGE, clock);
    }

    /// @param within the parameter that says over which range
    static MarketQuery read(Query query, Parameter<Range> within, Clock clock) {
        return read(query, within, () -> asOf(query, clock));
    }

    /// The same as of the end of a stretch of time, which lies no later.
    ///
    /// @param asked the question as of the last moment that may be looked at
    /// @param to the parameter that ends the stretch
    static MarketQuery until(Query query, MarketQuery asked, Parameter<Instant> to, Clock clock) {
        Instant end = query.find(to);
        if (end == null) {
            return asked;
        }
        Instant latest = asked.asOf() == null ? clock.instant() : asked.asOf();
        if (end.isAfter(latest)) {
            query.refuse(to, "lies after " + (asked.asOf() == null ? "now" : "asOf"), "an instant up to " + latest);
        }
        return new MarketQuery(asked.symbol(), asked.venues(), asked.range(), end, asked.model());
    }

    /// A question about the present.
    static MarketQuery live(Query query) {
        return read(query, RANGE, () -> null);
    }

    private static MarketQuery read(Query query, Parameter<Range> within, Supplier<@Nullable Instant> end) {
        String symbol = query.get(SYMBOL);
        Set<Venue> venues = query.find(VENUES);
        Range range = query.get(within);
        Instant asOf = end.get();
        Model model = query.get(MODEL);
        return new MarketQuery(symbol, venues == null ? Set.of() : venues, range, asOf, model);
    }

    /// The instant asked for; null if none is.
    static @Nullable Instant asOf(Query query, Clock clock) {
        return PastInstant.find(query, AS_OF, clock);
    }
}
