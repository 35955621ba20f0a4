package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.LevelMapAssert.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the conserved model makes of a few bars, whoever computes it: numbers worked out by hand, and bars with
/// something amiss.
abstract class ConservedModelCases {

    private static final ModelParameters LINEAR = defaults(ContractType.LINEAR);
    private static final ModelParameters INVERSE = defaults(ContractType.INVERSE);

    abstract MapSource model();

    private LevelMap map(ModelParameters parameters, BarSeries bars, Range range) {
        return model().map(parameters, bars, bars.size() - 1, range);
    }

    @Test
    void handComputed_oneCohort() {
        // given: 100 coins of unknown age, then two days at price 1000, in which open interest rises to 110 and 120
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0, 1, 0));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 50, 100)
                .add(1000, 1000, 50, 110)
                .add(1000, 1000, 50, 120)
                .build();

        // when
        LevelMap map = map(parameters, bars, Range.ofDays(2));

        // then: a day of average activity keeps e^(−2·1/20) of everything
        double kept = Math.exp(-0.1);
        double openedFirst = 110 - 100 * kept;
        double openedSecond = 120 - 110 * kept;
        double levels = openedFirst / 2 * kept + openedSecond / 2;
        SideLevels longs = map.side(Side.LONG);
        assertThat(longs.levels()).isCloseTo(levels, near(levels, 1e6));
        assertThat(longs.unlevered()).isCloseTo(levels, near(levels, 1e6));
        assertThat(longs.openedBefore()).isCloseTo(100 * kept * kept, near(100, 1e6));
        // 900 lies at position ln(900)/0.001 = 6802.39…, so 0.39 of it is in bin 6803
        double position = Math.log(900) / 0.001;
        assertThat(longs.quantity(0, 6803)).isCloseTo(levels * (position - 6802), near(levels, 1e6));
        assertThat(longs.quantity(0, 6802)).isCloseTo(levels * (6803 - position), near(levels, 1e6));
        double shortPosition = Math.log(1100) / 0.001;
        assertThat(map.side(Side.SHORT).quantity(0, 7004))
                .isCloseTo(levels * (shortPosition - 7003), near(levels, 1e6));
    }

    @Test
    void handComputed_sweptLongsAreOpenedAnew() {
        // given: longs at 900 and shorts at 1100 from price 1000, then a wick to 850, nothing traded otherwise
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0, 1, 0));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 0)
                .add(1000, 1000, 100, 100)
                .add(850, 1000, 0, 100)
                .build();

        // when
        LevelMap map = map(parameters, bars, Range.ofDays(2));

        // then: the 50 levered longs are gone and 50 new ones opened, 25 of them levered; the shorts stay
        assertThat(map.side(Side.LONG).levels()).isCloseTo(25, near(25, 1e6));
        assertThat(map.side(Side.LONG).unlevered()).isCloseTo(75, near(75, 1e6));
        assertThat(map.side(Side.SHORT).levels()).isCloseTo(50, near(50, 1e6));
        assertThat(map.side(Side.SHORT).unlevered()).isCloseTo(50, near(50, 1e6));
    }

    @Test
    void handComputed_fallingOpenInterestClosesProRata() {
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0, 1, 0));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 0)
                .add(1000, 1000, 100, 100)
                .add(1000, 1000, 100, 40)
                .build();

        LevelMap map = map(parameters, bars, Range.ofDays(2));

        for (Side side : Side.values()) {
            assertThat(map.side(side).levels()).isCloseTo(20, near(20, 1e6));
            assertThat(map.side(side).unlevered()).isCloseTo(20, near(20, 1e6));
        }
    }

    @Test
    void handComputed_entriesSpreadOverTheBar() {
        // given: a bar from 900 to 1100 with an average of 1000: entries at √(900·1000), 1000 and √(1100·1000)
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0.25, 0.5, 0.25));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 0)
                .add(900, 1100, 100, 100)
                .add(1000, 1000, 0, 100)
                .build();

        LevelMap map = map(parameters, bars, Range.ofDays(2));

        double[] entries = {Math.sqrt(900_000), 1000, Math.sqrt(1_100_000)};
        double[] shares = {12.5, 25, 12.5};
        for (int i = 0; i < 3; i++) {
            int bin = (int) Math.floor(Math.log(0.9 * entries[i]) / 0.001);
            assertThat(map.side(Side.LONG).quantity(0, bin)
                            + map.side(Side.LONG).quantity(0, bin + 1))
                    .isCloseTo(shares[i], near(shares[i], 1e6));
        }
    }

    @Test
    void inverseContract_countsDollars() {
        // given: open interest of 2 coins at 1000 dollars
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 1)
                .add(1000, 1000, 5, 2)
                .build();

        LevelMap map = map(INVERSE, bars, EVER);

        assertThat(map.side(Side.LONG).openInterest()).isEqualTo(2000);
        assertThat(map.usd(1)).isEqualTo(1);
        assertThat(map(LINEAR, bars, EVER).usd(1)).isEqualTo(1000);
    }

    @Test
    void barsBeforeTheFirstOpenInterest_areIgnored() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(500, 5000, 100, Double.NaN)
                .add(1000, 1000, 100, 70)
                .build();

        LevelMap map = map(LINEAR, bars, EVER);

        assertThat(map.side(Side.SHORT).openedBefore()).isEqualTo(70);
        assertThat(map.side(Side.SHORT).levels()).isZero();
        assertThat(map.isWarmingUp()).isTrue();
        assertThat(map.isDegraded()).isFalse();
    }

    @Test
    void waitingForOpenInterest_sweepsButOpensNothing() {
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0, 1, 0));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 0)
                .add(1000, 1000, 100, 100)
                .add(850, 1000, 100, Double.NaN)
                .build();

        LevelMap map = map(parameters, bars, Range.ofDays(2));

        assertThat(map.openInterestAt()).isEqualTo(bars.closeTime(1));
        assertThat(map.side(Side.LONG).levels()).isZero();
        assertThat(map.side(Side.LONG).sweptSince()).isCloseTo(50, near(50, 1e6));
        assertThat(map.side(Side.LONG).unlevered()).isCloseTo(50, near(50, 1e6));
        assertThat(map.side(Side.LONG).openInterest()).isEqualTo(100);
    }

    @Test
    void impossibleOpenInterest_countsAsUnknown() {
        BarSeries bars = new Flat(Interval.ONE_HOUR)
                .add(1000, 1000, 10, 100)
                .add(1000, 1000, 10, 3000)
                .build();

        LevelMap map = map(LINEAR, bars, EVER);

        assertThat(map.side(Side.LONG).openInterest()).isEqualTo(100);
        assertThat(map.openInterestAt()).isEqualTo(bars.closeTime(0));
    }

    @Test
    void jumpOfOpenInterest_isAccepted_onceEnoughWasTraded() {
        BarSeries bars = new Flat(Interval.ONE_HOUR)
                .add(1000, 1000, 10, 100)
                .add(1000, 1000, 10, 125)
                .add(1000, 1000, 10, 125)
                .add(1000, 1000, 10, 125)
                .build();

        assertThat(model().map(LINEAR, bars, 2, EVER).side(Side.LONG).openInterest())
                .isEqualTo(100);
        assertThat(model().map(LINEAR, bars, 3, EVER).side(Side.LONG).openInterest())
                .isEqualTo(125);
    }

    @Test
    void longGap_degradesTheMap_forFortyDays() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 10, 100)
                .skip(Duration.ofDays(2))
                .add(1000, 1000, 10, 100)
                .repeat(50)
                .build();

        assertThat(model().map(LINEAR, bars, 1, EVER).isDegraded()).isTrue();
        assertThat(model().map(LINEAR, bars, 40, EVER).isDegraded()).isTrue();
        assertThat(model().map(LINEAR, bars, 41, EVER).isDegraded()).isFalse();
    }

    @Test
    void gapOfMoreThanAWeek_startsAnew() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 10, 100)
                .repeat(60)
                .skip(Duration.ofDays(8))
                .add(1000, 1000, 10, 70)
                .build();

        assertThat(model().map(LINEAR, bars, 60, EVER).isWarmingUp()).isFalse();
        LevelMap after = map(LINEAR, bars, EVER);
        assertThat(after.isWarmingUp()).isTrue();
        assertThat(after.isDegraded()).isTrue();
        assertThat(after.side(Side.LONG).openedBefore()).isEqualTo(70);
        assertThat(after.side(Side.LONG).levels()).isZero();
    }

    @Test
    void openInterestOfZero_isAnEmptyBook() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 10, 8)
                .add(1000, 1000, 10, 0)
                .add(1000, 1000, 10, 0)
                .add(1000, 1000, 10, 5)
                .build();

        LevelMap empty = model().map(LINEAR, bars, 2, EVER);
        LevelMap refilled = map(LINEAR, bars, EVER);

        assertThat(empty.side(Side.LONG).levels() + empty.side(Side.LONG).unlevered())
                .isZero();
        assertThat(refilled.side(Side.LONG).openedBefore()).isZero();
        assertThat(refilled.side(Side.LONG).difference()).isCloseTo(0, near(5, 5));
    }
}
