package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether the worlds look like a market for a major coin. The bands are wide: worlds are meant to differ.
class RealismTest {

    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");
    private static final int DAYS = 120;

    static Stream<Named<World>> worlds() {
        return Stream.concat(Worlds.ordinary().stream(), Worlds.hostile().stream())
                .map(world -> Named.of(world.name(), world));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void world_looksLikeAMarket(World world) {
        Set<Instant> monthly = IntStream.rangeClosed(1, DAYS / 30)
                .mapToObj(month -> START.plus(Duration.ofDays(30L * month)))
                .collect(Collectors.toSet());
        Recording recording =
                world.market(START, Interval.ONE_HOUR, LiquidationFeed.COMPLETE).record(DAYS * 24, monthly);
        BarSeries bars = recording.bars();

        double squares = 0;
        double liquidated = 0;
        double volume = 0;
        double turnover = 0;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (int i = 1; i < bars.size(); i++) {
            double change = Math.log(bars.close(i) / bars.close(i - 1));
            squares += change * change;
            liquidated +=
                    (bars.liquidatedLongUsd(i) + bars.liquidatedShortUsd(i)) / (bars.openInterest(i) * bars.close(i));
            volume += bars.volume(i) / bars.openInterest(i);
            turnover += Math.abs(bars.openInterest(i) / bars.openInterest(i - 1) - 1);
            lowest = Math.min(lowest, bars.low(i));
            highest = Math.max(highest, bars.high(i));
        }

        assertThat(Math.sqrt(squares / DAYS)).as("daily volatility").isBetween(0.01, 0.06);
        assertThat(lowest).as("lowest price").isGreaterThan(10_000);
        assertThat(highest).as("highest price").isLessThan(250_000);
        assertThat(liquidated / DAYS).as("liquidated per day / open interest").isBetween(0.002, 0.06);
        assertThat(volume / DAYS).as("daily volume / open interest").isBetween(0.7, 10.0);
        assertThat(turnover / DAYS)
                .as("hourly changes of open interest, summed over a day")
                .isBetween(0.03, 0.3);
        assertThat(average(recording.maps(), Side.LONG))
                .as("longs with a level")
                .isBetween(0.2, 0.85);
        assertThat(average(recording.maps(), Side.SHORT))
                .as("shorts with a level")
                .isBetween(0.2, 0.85);
        assertThat(recording.maps()).allSatisfy(map -> {
            assertThat(map.positions()).hasSizeBetween(1_000, 40_000);
            for (Side side : Side.values()) {
                double near = map.cumulativeUsd(side, 0.1) / (map.openInterest() * map.price());
                assertThat(near).as("within 10 %%, %s", side).isBetween(0.0, 0.4);
            }
        });
    }

    private static double average(List<TrueMap> maps, Side side) {
        return maps.stream()
                .mapToDouble(map -> map.liquidatableCoins(side) / map.openInterest())
                .average()
                .orElseThrow();
    }
}
