package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.Fixtures.symmetric;
import static io.liquidationmap.engine.Fixtures.tilted;
import static io.liquidationmap.engine.LevelMapAssert.assertSame;
import static io.liquidationmap.engine.LevelMapAssert.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionBookTest {

    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final ModelParameters LINEAR = defaults(ContractType.LINEAR);

    private static final MapSource MODEL =
            (parameters, bars, last, range) -> book(parameters, bars).history().at(bars.closeTime(last), range);

    @Nested
    class Laws extends ConservedModelLaws {
        @Override
        MapSource model() {
            return MODEL;
        }
    }

    @Nested
    class Cases extends ConservedModelCases {
        @Override
        MapSource model() {
            return MODEL;
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void map_equalsTheReference(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 160);
        ModelParameters parameters =
                tilted(defaults(seed % 2 == 0 ? ContractType.LINEAR : ContractType.INVERSE), (int) (seed % 3));
        LevelHistory history = book(parameters, bars).history();
        MapSource reference = new ReferenceModel();

        for (int last : new int[] {40, 97, 159}) {
            for (String range : new String[] {"4h", "9d", "730d"}) {
                assertSame(
                        history.at(bars.closeTime(last), Range.parse(range)),
                        reference.map(parameters, bars, last, Range.parse(range)));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void backwardScan_equalsTheForwardGrid(long seed) {
        // given: a last bar without range, whose own close has passed none of its levels
        BarSeries bars = Transformed.withStillBar(RandomHistory.rough(seed, Interval.ONE_HOUR, 5000));
        PositionBook book = book(tilted(LINEAR, 1), bars);

        LevelMap map = book.history().latest(EVER);

        for (Side side : Side.values()) {
            SideLevels levels = map.side(side);
            double forwardTotal = 0;
            for (int outwards = 0; outwards < levels.depth(); outwards++) {
                int bin = levels.nearestBin() - side.sign() * outwards;
                for (int k = 0; k < levels.cohorts(); k++) {
                    double forward = book.quantity(side, k, bin);
                    forwardTotal += forward;
                    assertThat(levels.quantity(k, bin))
                            .as("%s cohort %d bin %d", side, k, bin)
                            .isCloseTo(forward, near(forward, levels.openInterest()));
                }
            }
            assertThat(book.total(side) + levels.sweptSince())
                    .isCloseTo(levels.openInterest(), near(levels.openInterest(), levels.openInterest()));
            assertThat(book.total(side) - book.unlevered(side))
                    .isCloseTo(forwardTotal, near(levels.openInterest(), levels.openInterest()));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {31, 32, 33})
    void copy_takesUnfinishedBars_andLeavesTheBookAsItWas(long seed) {
        BarSeries bars = RandomHistory.rough(seed, FOUR_HOURS, 2100);
        int unfinished = bars.size() - 1;
        PositionBook book = new PositionBook(LINEAR, FOUR_HOURS);
        book.advance(bars, 0, unfinished);
        LevelMap before = book.history().latest(Range.ofDays(30));

        PositionBook once = book.copy();
        once.advance(bars, unfinished);
        PositionBook again = book.copy();
        again.advance(bars, unfinished);

        assertSame(again.history().latest(Range.ofDays(30)), once.history().latest(Range.ofDays(30)));
        assertSame(book.history().latest(Range.ofDays(30)), before);
        book.advance(bars, unfinished);
        assertSame(book.history().latest(Range.ofDays(30)), once.history().latest(Range.ofDays(30)));
    }

    @Test
    void copy_goesItsOwnWay() {
        BarSeries bars = RandomHistory.clean(35, FOUR_HOURS, 1500);
        BarSeries otherEnd = new Transformed(1.05, 1).of(bars);
        PositionBook book = new PositionBook(LINEAR, FOUR_HOURS);
        book.advance(bars, 0, 1000);
        PositionBook copy = book.copy();

        book.advance(bars, 1000, 1040);
        LevelMap expected = book.history().latest(EVER);
        copy.advance(otherEnd, 1000, 1040);

        assertSame(book.history().latest(EVER), expected);
        assertThat(copy.history().latest(EVER).price()).isEqualTo(otherEnd.close(1039));
    }

    @Test
    void history_staysAsItWasTaken() {
        BarSeries bars = RandomHistory.clean(41, FOUR_HOURS, 1500);
        PositionBook book = new PositionBook(LINEAR, FOUR_HOURS);
        book.advance(bars, 0, 700);
        LevelHistory early = book.history();
        LevelMap before = early.latest(EVER);

        book.advance(bars, 700, 1500);

        assertThat(early.to()).isEqualTo(bars.closeTime(699));
        assertSame(early.latest(EVER), before);
    }

    @Test
    void millionBars_leaveFiniteNumbersThatAddUp() {
        PositionBook book = new PositionBook(symmetric(0.25, 0.2), Interval.ONE_MINUTE);
        int slices = 20;
        BarSeries slice = RandomHistory.clean(51, Interval.ONE_MINUTE, 1_000_000 / slices);

        for (int i = 0; i < slices; i++) {
            BarSeries later = Transformed.later(slice, slice.interval().millis() * slice.size() * i);
            book.advance(later, 0, later.size());
        }

        LevelMap map = book.history().latest(Range.ofDays(30));
        for (Side side : Side.values()) {
            SideLevels levels = map.side(side);
            assertThat(levels.levels()).isPositive().isFinite();
            assertThat(levels.difference()).isCloseTo(0, near(levels.openInterest(), levels.openInterest()));
            assertThat(book.total(side))
                    .isCloseTo(levels.openInterest(), near(levels.openInterest(), levels.openInterest()));
        }
    }

    @Test
    void advance_refusesAnotherInterval() {
        BarSeries bars = RandomHistory.clean(61, Interval.ONE_HOUR, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositionBook(LINEAR, FOUR_HOURS).advance(bars, 0))
                .withMessageContaining("4h");
    }

    @Test
    void advance_refusesABarItHasPassed() {
        BarSeries bars = RandomHistory.clean(62, Interval.ONE_HOUR, 3);
        PositionBook book = book(LINEAR, bars);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.advance(bars, 2))
                .withMessageContaining("must end after");
    }
}
