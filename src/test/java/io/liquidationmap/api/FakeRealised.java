package io.liquidationmap.api;

import io.liquidationmap.maps.MapsFailures;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.maps.Realised.Observation;
import io.liquidationmap.maps.Realised.Source;
import io.liquidationmap.maps.Realised.Step;
import io.liquidationmap.maps.Realised.Stretch;
import io.liquidationmap.maps.RealisedLiquidations;
import io.liquidationmap.maps.RealisedQuery;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;

/// One step of which everything is known and one of which little is.
class FakeRealised implements RealisedLiquidations {

    @Override
    public Realised find(RealisedQuery query) {
        if (query.symbol().equals("UNKNOWN")) {
            throw MapsFailures.unknownSymbol("BTC");
        }
        Venue venue = FakeMaps.BINANCE;
        Instant to = query.step().floor(query.to());
        Instant second = to.minus(query.step().duration());
        Instant first = second.minus(query.step().duration());
        return new Realised(
                query.symbol(),
                List.of(venue),
                false,
                query.asOf() == null ? to : query.asOf(),
                first,
                to,
                List.of(
                        new Step(first, venue, Side.LONG, 1250.5, 3L, Completeness.THROTTLED, 100, Source.EVENTS),
                        new Step(first, venue, Side.SHORT, 0.0, 0L, Completeness.THROTTLED, 100, Source.EVENTS),
                        new Step(second, venue, Side.LONG, 7e6, null, Completeness.COMPLETE, 100, Source.BARS),
                        new Step(second, venue, Side.SHORT, null, null, Completeness.NONE, 0, null)),
                List.of(new Observation(
                        InstrumentId.of("binance", "BTCUSDT"),
                        Completeness.THROTTLED,
                        List.of(new Stretch(second, to)))),
                "realised-1",
                "0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    }
}
