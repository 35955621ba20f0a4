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
import java.util.function.IntPredicate;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The laws of the conserved model, whoever computes it, over histories that chance wrote.
abstract class ConservedModelLaws {

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
}
