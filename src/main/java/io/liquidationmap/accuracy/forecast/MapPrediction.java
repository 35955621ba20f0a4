package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.maps.Coverage;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.maps.QuestionException;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the map the service would have shown at the beginning of a bucket says about it.
///
/// @param modelVersion of that map
record MapPrediction(String modelVersion, MarketSnapshot snapshot) {

    private static final Range ALL_THAT_MATTERS = Range.ofDays(365);

    /// The map of one instrument as of that instant.
    ///
    /// @return empty if there was none of just that instrument and instant, or it was warming up
    static Optional<MapPrediction> at(Instant instant, InstrumentId instrument, LiquidationMaps maps) {
        try {
            MarketSnapshot snapshot = maps.open(new MarketQuery(
                    instrument.symbol(), Set.of(instrument.venue()), ALL_THAT_MATTERS, instant, Model.CONSERVED));
            List<Coverage> coverage = snapshot.market().coverage();
            boolean usable = coverage.size() == 1
                    && coverage.getFirst().instrument().equals(instrument)
                    && coverage.getFirst().to().equals(instant)
                    && !coverage.getFirst().warmingUp();
            return usable
                    ? Optional.of(new MapPrediction(snapshot.market().modelVersion(), snapshot))
                    : Optional.empty();
        } catch (QuestionException _) {
            return Optional.empty();
        }
    }

    /// What is expected to be force-closed on a side if price goes so far against it, US dollars: of what the map holds,
    /// and of what is opened meanwhile.
    ///
    /// @param during length of the bucket
    /// @param excursion in log price
    double usd(Side side, Duration during, double excursion) {
        return usd(side, side, during, excursion);
    }

    /// The same from the levels of the other side.
    double mirroredUsd(Side side, Duration during, double excursion) {
        return usd(side, side.opposite(), during, excursion);
    }

    private double usd(Side opened, Side levels, Duration during, double excursion) {
        double meanwhile = snapshot.openedAndSweptUsd(opened, during, Math.expm1(Math.max(0, excursion)));
        return snapshot.forcedShare() * (within(levels, excursion) + meanwhile);
    }

    private double within(Side side, double excursion) {
        if (!(excursion > 0)) {
            return 0;
        }
        double target = snapshot.price() * Math.exp(-side.sign() * excursion);
        return snapshot.triggeredAt(target).usd();
    }
}
