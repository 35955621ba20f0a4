package io.liquidationmap.accuracy.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.Recording;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareFitTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void fittedBook_holdsAsMuchAsThePositionsItWasFittedTo() {
        SimulatedMarket market =
                Worlds.ordinary(2, 1).getFirst().market(START, Interval.ONE_HOUR, LiquidationFeed.NONE);
        ModelParameters start = ModelParameters.defaults(market.marginSchedule(), ContractType.LINEAR, false);
        Recording recording =
                market.record(80 * 24, Set.of(START.plus(Duration.ofDays(70)), START.plus(Duration.ofDays(80))));

        ModelParameters fitted = new ShareFit(recording.bars(), recording.maps()).from(start);

        for (Side side : Side.values()) {
            double actual = recording.maps().stream()
                    .mapToDouble(truth -> truth.liquidatableCoins(side) / truth.openInterest())
                    .average()
                    .orElseThrow();
            double missed = Math.abs(heldShare(fitted, recording, side) - actual);

            assertThat(missed).isLessThan(0.03);
            assertThat(missed).isLessThan(Math.abs(heldShare(start, recording, side) - actual) / 2);
        }
    }

    private static double heldShare(ModelParameters parameters, Recording recording, Side side) {
        PositionBook book = new PositionBook(parameters, Interval.ONE_HOUR);
        book.advance(recording.bars(), 0, recording.bars().size());
        double held = 0;
        for (TrueMap truth : recording.maps()) {
            LevelMap map = book.history().at(truth.asOf(), Range.ofDays(365));
            held += map.side(side).levels() / map.side(side).openInterest();
        }
        return held / recording.maps().size();
    }
}
