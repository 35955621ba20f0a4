package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.LevelMapAssert.assertSame;
import static io.liquidationmap.engine.LevelMapAssert.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedBookTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);

    private static OpenedBook book(BarSeries bars) {
        OpenedBook book = new OpenedBook(PARAMETERS, bars.interval());
        book.advance(bars, 0, bars.size());
        return book;
    }

    @Test
    void rise_opensBothSides_evenlyOverPopularLeverages() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 100, 100)
                .add(1000, 1000, 100, 170)
                .add(1000, 1000, 100, 90)
                .build();

        LevelMap map = book(bars).history().latest(EVER);

        assertThat(map.labels()).containsExactly("100", "75", "50", "25", "20", "10", "5");
        for (Side side : Side.values()) {
            SideLevels levels = map.side(side);
            for (int k = 0; k < levels.cohorts(); k++) {
                assertThat(cohortTotal(levels, k)).isCloseTo(10, near(10, 100));
            }
            assertThat(levels.unlevered()).isZero();
            assertThat(levels.difference()).isCloseTo(90 - 70, near(20, 100));
        }
    }

    private static double cohortTotal(SideLevels levels, int cohort) {
        double total = 0;
        for (int outwards = 0; outwards < levels.depth(); outwards++) {
            total += levels.outwards(cohort, outwards);
        }
        return total;
    }

    @Test
    void level_staysUntilPricePassesThroughIt() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 100, 0)
                .add(1000, 1000, 100, 70)
                .repeat(300)
                .add(1000, 1099, 100, 70)
                .build();
        LevelHistory history = book(bars).history();

        LevelMap untouched = history.at(bars.closeTime(301), EVER);
        LevelMap swept = history.latest(EVER);

        assertThat(untouched.side(Side.SHORT).levels()).isCloseTo(70, near(70, 70));
        // Only the shorts at 5× lie beyond 1099.
        assertThat(swept.side(Side.SHORT).levels()).isCloseTo(10, near(10, 70));
        assertThat(swept.side(Side.LONG).levels()).isCloseTo(70, near(70, 70));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void map_equalsAListOfLevels(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_HOUR, 900);
        LevelMap map = book(bars).history().latest(Range.ofDays(20));

        for (Side side : Side.values()) {
            double inRange = 0;
            double before = 0;
            for (Level level : survivors(bars, side)) {
                if (bars.closeTimeMs(level.openedIn())
                        > bars.closeTimeMs(899) - Range.ofDays(20).duration().toMillis()) {
                    inRange += level.quantity();
                } else {
                    before += level.quantity();
                }
            }
            // Exact levels and bins differ by what lies within a bin of the price's extremes.
            assertThat(map.side(side).levels()).isCloseTo(inRange, withinPercentage(1));
            assertThat(map.side(side).openedBefore()).isCloseTo(before, withinPercentage(1));
        }
    }

    private record Level(double price, double quantity, int openedIn) {}

    private static List<Level> survivors(BarSeries bars, Side side) {
        List<Cohort> comb = PARAMETERS.cohorts().stream()
                .filter(cohort ->
                        List.of("5", "10", "20", "25", "50", "75", "100").contains(cohort.label()))
                .toList();
        List<Level> levels = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            double low = bars.low(i);
            double high = bars.high(i);
            levels.removeIf(level -> side == Side.LONG ? level.price() >= low : level.price() <= high);
            double rise = bars.openInterest(i) - bars.openInterest(i - 1);
            if (rise > 0) {
                double middle = bars.vwap(i);
                double[] entries = {Math.sqrt(low * middle), middle, middle, Math.sqrt(high * middle)};
                for (double entry : entries) {
                    for (Cohort cohort : comb) {
                        levels.add(new Level(entry * cohort.levelFactor(side), rise / 4 / comb.size(), i));
                    }
                }
            }
        }
        return levels;
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {11, 12, 13})
    void copy_takesUnfinishedBars_andLeavesTheBookAsItWas(long seed) {
        BarSeries bars = RandomHistory.rough(seed, Interval.ONE_HOUR, 300);
        OpenedBook book = new OpenedBook(PARAMETERS, bars.interval());
        book.advance(bars, 0, 299);
        LevelMap before = book.history().latest(EVER);

        OpenedBook copy = book.copy();
        copy.advance(bars, 299);

        assertSame(book.history().latest(EVER), before);
        assertThat(copy.history().to()).isEqualTo(bars.closeTime(299));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {21, 22, 23})
    void overALongHistory_itOverstatesOpenInterest(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_HOUR, 5000);

        LevelMap map = book(bars).history().latest(EVER);

        double levels = map.side(Side.LONG).levels() + map.side(Side.SHORT).levels();
        assertThat(levels).isGreaterThan(2 * 2 * map.side(Side.LONG).openInterest());
    }
}
