package io.liquidationmap.api.position;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PastInstant;
import io.liquidationmap.api.query.PointInTime;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.SymbolName;
import io.liquidationmap.api.query.VenueName;
import io.liquidationmap.api.representation.FormatParameter;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.LiquidationPrices;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Asks for the liquidation price of a position.
///
/// @param past whether the client named the instant
record PositionRequest(LiquidationPrices.Query position, boolean past, Rendition rendition) {

    static final Parameter<Venue> VENUE =
            Parameter.required("venue", new VenueName(), "binance", "The venue whose formula and margin tiers apply.");

    static final Parameter<String> SYMBOL = Parameter.defaulting(
            "symbol",
            new SymbolName(),
            "BTC",
            "BTCUSDT",
            "The venue's own instrument, or a base asset that it lists. Case does not matter.");

    static final Parameter<Side> SIDE =
            Parameter.required("side", Choice.of(Side.class), "long", "The direction of the position.");

    static final Parameter<Double> ENTRY =
            Parameter.required("entry", Decimal.positiveUpTo(1e12), "63700", "Entry price, quote currency per coin.");

    static final Parameter<Double> LEVERAGE = Parameter.optional(
            "leverage", Decimal.between(1, 1000), "20", "Nominal leverage; either this or margin is required.");

    static final Parameter<Double> QUANTITY = Parameter.optional(
            "quantity",
            Decimal.positiveUpTo(1e15),
            "1",
            "Size: coins of a linear contract, US dollars of an inverse one. Without it, one coin or 10000 US dollars.");

    static final Parameter<Double> MARGIN = Parameter.optional(
            "margin",
            Decimal.positiveUpTo(1e15),
            "3185",
            "Isolated margin, settlement currency; either this or leverage is required.");

    static final Parameter<Instant> AS_OF = Parameter.optional(
            "asOf",
            new PointInTime(),
            "2026-06-22T07:45:00Z",
            "The instant the answer is for: the margin tiers as they were known then, or else those known first. Without"
                    + " it, the beginning of the present minute.");

    static PositionRequest read(Query query, Clock clock) {
        Venue venue = query.get(VENUE);
        String symbol = query.get(SYMBOL);
        Side side = query.get(SIDE);
        double entry = query.get(ENTRY);
        Double leverage = query.find(LEVERAGE);
        Double quantity = query.find(QUANTITY);
        Double margin = query.find(MARGIN);
        Instant asOf = PastInstant.find(query, AS_OF, clock);
        if (query.isGiven(LEVERAGE) == query.isGiven(MARGIN)) {
            String fault = query.isGiven(LEVERAGE) ? "is given together with margin" : "is missing, and so is margin";
            query.refuse(LEVERAGE, fault, "either leverage, " + LEVERAGE.type().allowed() + ", or margin");
        }
        return new PositionRequest(
                new LiquidationPrices.Query(
                        venue,
                        symbol,
                        side,
                        entry,
                        leverage,
                        quantity,
                        margin,
                        asOf == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : asOf),
                asOf != null,
                FormatParameter.read(query));
    }
}
