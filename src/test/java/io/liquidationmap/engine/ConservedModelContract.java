package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.Fixtures.levelsWhere;
import static io.liquidationmap.engine.Fixtures.symmetric;
import static io.liquidationmap.engine.Fixtures.tilted;
import static io.liquidationmap.engine.LevelMapAssert.AGREEMENT;
import static io.liquidationmap.engine.LevelMapAssert.assertClose;
import static io.liquidationmap.engine.LevelMapAssert.assertSame;
import static io.liquidationmap.engine.LevelMapAssert.assertSameLevels;
import static io.liquidationmap.engine.LevelMapAssert.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the conserved model promises, whoever computes it. The laws are those of `docs/method.md`.
abstract class ConservedModelContract {

    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final ModelParameters LINEAR = defaults(ContractType.LINEAR);
    private static final ModelParameters INVERSE = defaults(ContractType.INVERSE);

    abstract MapSource model();

    private LevelMap map(ModelParameters parameters, BarSeries bars, Range range) {
        return model().map(parameters, bars, bars.size() - 1, range);
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachSide_addsUpToOpenInterest(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 150);
        ModelParameters parameters = tilted(seed % 2 == 0 ? INVERSE : LINEAR, (int) (seed % 3));

        for (int last = 20; last < bars.size(); last += 23) {
            for (String range : new String[] {"12h", "6d", "730d"}) {
                LevelMap map = model().map(parameters, bars, last, Range.parse(range));
                for (Side side : Side.values()) {
                    SideLevels levels = map.side(side);
                    assertThat(levels.difference())
                            .as("%s of bar %d over %s", side, last, range)
                            .isCloseTo(0, near(levels.openInterest(), levels.openInterest()));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void quantities_areNeverNegative_andLevelsFitIntoOpenInterest(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 150);

        for (int last = 20; last < bars.size(); last += 17) {
            LevelMap map = model().map(LINEAR, bars, last, EVER);
            for (Side side : Side.values()) {
                SideLevels levels = map.side(side);
                assertThat(levels.unlevered()).isNotNegative();
                assertThat(levels.openedBefore()).isNotNegative();
                assertThat(levels.sweptSince()).isNotNegative();
                for (int bin = 0; bin < levels.depth(); bin++) {
                    for (int k = 0; k < levels.cohorts(); k++) {
                        assertThat(levels.outwards(k, bin)).isNotNegative();
                    }
                }
                assertThat(levels.levels())
                        .isLessThanOrEqualTo(
                                (levels.openInterest() - levels.unlevered() - levels.openedBefore()) * (1 + AGREEMENT));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void levels_lieBeyondEveryPriceSinceOpening(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_DAY, 60);
        int last = bars.size() - 1;
        double step = LINEAR.gridStep();
        double lowest = bars.close(last);
        double highest = bars.close(last);
        LevelMap younger = null;

        for (int opened = last; opened > last - 25; opened--) {
            LevelMap map = model().map(LINEAR, bars, last, Range.ofDays(last - opened + 1));
            int longEnd = (int) Math.ceil(Math.log(lowest) / step);
            int shortEnd = (int) Math.floor(Math.log(highest) / step);
            assertThat(addedWhere(map, younger, Side.LONG, bin -> bin >= longEnd))
                    .as("longs of bar %d above %s", opened, lowest)
                    .isCloseTo(0, near(0, bars.openInterest(last)));
            assertThat(addedWhere(map, younger, Side.SHORT, bin -> bin <= shortEnd))
                    .as("shorts of bar %d below %s", opened, highest)
                    .isCloseTo(0, near(0, bars.openInterest(last)));
            lowest = Math.min(lowest, bars.low(opened));
            highest = Math.max(highest, bars.high(opened));
            younger = map;
        }
    }

    private static double addedWhere(LevelMap map, @Nullable LevelMap younger, Side side, IntPredicate bins) {
        return levelsWhere(map, side, bins) - (younger == null ? 0 : levelsWhere(younger, side, bins));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {31, 32, 33})
    void longerRange_holdsAtLeastAsMuch_inEveryBin(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 150);
        LevelMap shorter = map(INVERSE, bars, Range.parse("4h"));

        for (String range : new String[] {"12h", "2d", "9d", "730d"}) {
            LevelMap longer = map(INVERSE, bars, Range.parse(range));
            for (Side side : Side.values()) {
                double rounding = longer.side(side).openInterest() * 1e-15;
                for (int bin = 0; bin < shorter.side(side).depth(); bin++) {
                    for (int k = 0; k < shorter.side(side).cohorts(); k++) {
                        int at = shorter.side(side).nearestBin() - side.sign() * bin;
                        assertThat(longer.side(side).quantity(k, at))
                                .isGreaterThanOrEqualTo(shorter.side(side).quantity(k, at) - rounding);
                    }
                }
            }
            shorter = longer;
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {41, 42, 43})
    void scalingPrices_movesLevels(long seed) {
        BarSeries bars = RandomHistory.clean(seed, FOUR_HOURS, 120);
        int bins = 700;
        BarSeries scaled = new Transformed(Math.exp(bins * LINEAR.gridStep()), 1).of(bars);

        LevelMap map = map(LINEAR, bars, EVER);
        LevelMap moved = map(LINEAR, scaled, EVER);

        for (Side side : Side.values()) {
            assertSameLevels(side, bin -> bin + bins, moved.side(side), map.side(side));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {51, 52, 53})
    void scalingQuantities_scalesLevels(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 120);
        double factor = 1000;
        BarSeries scaled = new Transformed(1, factor).of(bars);

        LevelMap map = map(INVERSE, bars, EVER);
        LevelMap larger = map(INVERSE, scaled, EVER);

        for (Side side : Side.values()) {
            SideLevels levels = map.side(side);
            SideLevels scaledLevels = larger.side(side);
            double openInterest = scaledLevels.openInterest();
            assertClose("unlevered", scaledLevels.unlevered(), factor * levels.unlevered(), openInterest);
            for (int outwards = 0; outwards < levels.depth(); outwards++) {
                for (int k = 0; k < levels.cohorts(); k++) {
                    assertClose(
                            "bin " + outwards,
                            scaledLevels.outwards(k, outwards),
                            factor * levels.outwards(k, outwards),
                            openInterest);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {61, 62, 63, 64})
    void mirroringPrices_andSwappingSides_mirrorsTheMap(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 150);
        LevelMap map = map(tilted(symmetric(0.2, 0.3), 1), bars, EVER);
        LevelMap mirrored = map(tilted(symmetric(0.3, 0.2), 1), Transformed.mirrored(bars), EVER);

        for (Side side : Side.values()) {
            SideLevels expected = map.side(side);
            SideLevels actual = mirrored.side(side.opposite());
            assertClose("unlevered", actual.unlevered(), expected.unlevered(), expected.openInterest());
            assertSameLevels(side, bin -> -bin, actual, expected);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {71, 72, 73})
    void barWithoutTradeOrMove_changesNothing(long seed) {
        BarSeries bars = RandomHistory.clean(seed, FOUR_HOURS, 100);
        BarSeries still = Transformed.withStillBar(bars);
        BarSeries stiller = Transformed.withStillBar(still);

        assertThat(still.volume(still.size() - 1)).isZero();
        LevelMap before = map(LINEAR, still, EVER);
        LevelMap after = map(LINEAR, stiller, EVER);
        for (Side side : Side.values()) {
            double openInterest = before.side(side).openInterest();
            assertClose(
                    "unlevered", after.side(side).unlevered(), before.side(side).unlevered(), openInterest);
            assertSameLevels(side, bin -> bin, after.side(side), before.side(side));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {81, 82, 83})
    void laterBars_changeNoEarlierMap(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 150);

        for (int last = 30; last < bars.size(); last += 29) {
            assertSame(
                    model().map(LINEAR, bars, last, Range.ofDays(7)),
                    map(LINEAR, bars.slice(0, last + 1), Range.ofDays(7)));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {91, 92, 93})
    void splittingBars_keepsTotals_andMovesLevelsByNoMoreThanABar(long seed) {
        BarSeries bars = RandomHistory.clean(seed, FOUR_HOURS, 150);
        BarSeries split = Transformed.split(bars);

        LevelMap whole = map(LINEAR, bars, EVER);
        LevelMap halves = map(LINEAR, split, EVER);

        for (Side side : Side.values()) {
            SideLevels expected = whole.side(side);
            SideLevels actual = halves.side(side);
            assertThat(actual.openInterest()).isEqualTo(expected.openInterest());
            assertThat(actual.difference()).isCloseTo(0, near(expected.openInterest(), expected.openInterest()));
            assertThat(actual.levels()).isCloseTo(expected.levels(), withinPercentage(2));
            assertThat(meanBin(halves, side)).isCloseTo(meanBin(whole, side), Offset.offset(averageBar(bars)));
        }
    }

    private static double meanBin(LevelMap map, Side side) {
        SideLevels levels = map.side(side);
        double sum = 0;
        for (int outwards = 0; outwards < levels.depth(); outwards++) {
            for (int k = 0; k < levels.cohorts(); k++) {
                sum += outwards * levels.outwards(k, outwards);
            }
        }
        return sum / levels.levels();
    }

    private static double averageBar(BarSeries bars) {
        double sum = 0;
        for (int i = 0; i < bars.size(); i++) {
            sum += Math.log(bars.high(i) / bars.low(i)) / LINEAR.gridStep();
        }
        return sum / bars.size();
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
