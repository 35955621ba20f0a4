package io.liquidationmap.accuracy.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.TruePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The methods without a book, on bars so few that their maps can be computed by hand.
class NaiveMethodsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Bar> bars = new ArrayList<>();

    private void bar(double price, double openInterest, double volume, double bought) {
        bars.add(Bar.at(
                        START.plus(Duration.ofHours(bars.size())),
                        new Candle(price, price, price, price),
                        PriceKind.MARK)
                .vwap(price)
                .volume(volume)
                .takerBuyVolume(bought)
                .openInterest(openInterest)
                .build());
    }

    private MapEstimate map(MapMethod method, TrueMap... known) {
        Estimator estimator = method.begin(new MarketTerms(
                Interval.ONE_HOUR,
                ContractType.LINEAR,
                MarginSchedule.assumed(ContractType.LINEAR),
                new KnownPositions(List.of(known))));
        estimator.take(BarSeries.of(Interval.ONE_HOUR, bars));
        return estimator.estimate();
    }

    @Test
    void neverRemoved_opensEveryRise_andKeepsWhatPriceHasPassed() {
        bar(1000, 100, 1, 1);
        bar(1000, 170, 100, 50);
        bar(900, 120, 100, 50);
        bar(1000, 120, 1, 1);

        MapEstimate map = map(new NeverRemoved());

        // Seven leverages from 5 to 100, ten coins each; the fall to 900 has not taken any.
        assertThat(map.cumulativeUsd(Side.LONG, 0.3)).isCloseTo(70 * 1000, within(1e-6));
        assertThat(map.cumulativeUsd(Side.SHORT, 0.3)).isCloseTo(70 * 1000, within(1e-6));
        // Within ±6 %: 20, 25, 50, 75 and 100.
        assertThat(map.cumulativeUsd(Side.LONG, 0.06)).isCloseTo(50 * 1000, within(1e-6));
    }

    @Test
    void largeTrades_areLongsOfBuyersAndShortsOfSellers() {
        bar(1000, 100, 1000, 700);

        MapEstimate map = map(new LargeTrades());

        assertThat(map.cumulativeUsd(Side.LONG, 0.015)).isCloseTo(7 * 1000, within(1e-6));
        assertThat(map.cumulativeUsd(Side.LONG, 0.2)).isCloseTo(4 * 7 * 1000, within(1e-6));
        assertThat(map.cumulativeUsd(Side.SHORT, 0.05)).isCloseTo(3 * 3 * 1000, within(1e-6));
    }

    @Test
    void averageProfile_isTheMeanShareOfOpenInterest_timesOpenInterestNow() {
        bar(1000, 100, 1, 1);
        bar(1000, 100, 1, 1);
        bar(2000, 300, 1, 1);
        TrueMap first = positions(1, 1000, 100, new Level(Side.LONG, 10, 900), new Level(Side.SHORT, 20, 1300));
        TrueMap second = positions(2, 1000, 200, new Level(Side.LONG, 60, 700));

        MapEstimate map = map(new AverageProfile(), first, second);

        assertThat(map.cumulativeUsd(Side.LONG, 0.2)).isCloseTo(0.05 * 300 * 2000, within(1e-6));
        assertThat(map.cumulativeUsd(Side.LONG, 0.4)).isCloseTo(0.20 * 300 * 2000, within(1e-6));
        assertThat(map.cumulativeUsd(Side.SHORT, 0.4)).isCloseTo(0.10 * 300 * 2000, within(1e-6));
    }

    @Test
    void resampledTruth_drawsAsManyOfThePositionsThereAre() {
        bar(1000, 100, 1, 1);
        TrueMap truth = positions(
                1,
                1000,
                100,
                new Level(Side.LONG, 10, 900),
                new Level(Side.LONG, 10, 800),
                new Level(Side.LONG, 10, 700));

        MapEstimate map = map(new ResampledTruth(), truth);

        assertThat(map.cumulativeUsd(Side.LONG, 0.5)).isEqualTo(30 * 1000);
        assertThat(map.cumulativeUsd(Side.SHORT, 0.5)).isZero();
    }

    private record Level(Side side, double coins, double price) {}

    private static TrueMap positions(int hour, double price, double openInterest, Level... levels) {
        List<TruePosition> positions = new ArrayList<>();
        for (Level level : levels) {
            positions.add(new TruePosition(level.side(), level.coins(), level.coins() * price, price, level.price()));
        }
        return new TrueMap(START.plus(Duration.ofHours(hour)), price, openInterest, positions);
    }
}
