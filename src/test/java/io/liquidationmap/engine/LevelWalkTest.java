package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelWalkTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);
    private static final Range WEEK = Range.ofDays(7);

    private static final double[] DISTANCES = {0.0001, 0.0007, 0.002, 0.01, 0.0333, 0.1, 0.2, 0.5, 0.99};
    private static final double ROUNDING_PCT = 1e-9;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void levels_areThoseOfTheMap_atEachMomentOfTheWalk(long seed) {
        BarSeries bars = seed % 2 == 0
                ? RandomHistory.rough(seed, Interval.ONE_HOUR, 24 * 60)
                : RandomHistory.clean(seed, Interval.ONE_HOUR, 24 * 60);
        for (LevelHistory history :
                List.of(book(PARAMETERS, bars).history(), openedBook(bars).history())) {
            for (Range range : List.of(WEEK, Range.ofDays(1), Range.ofDays(365))) {
                LevelWalk walk = history.walk(range);
                for (int bar = 0; bar < bars.size(); bar += 1 + bar % 37) {
                    Instant moment = bars.closeTime(bar);
                    if (moment.isBefore(history.from())) {
                        continue;
                    }
                    LevelMap expected = history.at(moment, range);
                    LevelTotals levels = walk.at(moment);
                    assertThat(levels.asOf()).isEqualTo(expected.asOf());
                    assertThat(levels.price()).isEqualTo(expected.price());
                    assertSame(levels, expected);
                }
            }
        }
    }

    @Test
    void moment_isTheSameToTheBit_whateverIsAskedBesides() {
        BarSeries bars = RandomHistory.clean(7, Interval.ONE_HOUR, 24 * 60);
        LevelHistory history = book(PARAMETERS, bars).history();
        LevelWalk all = history.walk(WEEK);
        for (int bar = 0; bar < bars.size(); bar++) {
            LevelTotals among = all.at(bars.closeTime(bar));
            if (bar % 31 == 0) {
                LevelTotals alone = history.walk(WEEK).at(bars.closeTime(bar));
                for (Side side : Side.values()) {
                    for (double distance : DISTANCES) {
                        assertThat(among.usdWithin(side, distance)).isEqualTo(alone.usdWithin(side, distance));
                    }
                }
            }
        }
    }

    @Test
    void positionsThatHaveLeftTheRange_leaveNothingBehind() {
        // given: everything opened in one hour, far from the price of any other
        Flat flat = new Flat(Interval.ONE_HOUR).add(1000, 1000, 0, 0).add(1000, 1000, 100, 100);
        for (int hour = 0; hour < 24 * 8; hour++) {
            flat.add(1000, 1000, 0, 100);
        }
        BarSeries bars = flat.build();
        LevelWalk walk = book(PARAMETERS, bars).history().walk(WEEK);

        assertThat(walk.at(bars.closeTime(2)).usdWithin(Side.LONG, 0.99)).isPositive();
        assertThat(walk.at(bars.closeTime(24 * 8)).usdWithin(Side.LONG, 0.99)).isZero();
    }

    @Test
    void weekThatBeginsInAGap_needsNothingOlderThanItsRange() {
        BarSeries whole = RandomHistory.clean(9, Interval.ONE_HOUR, 24 * 30);
        // Without the twenty hours around the beginning of Monday, the 19th of January.
        BarSeries bars = whole.slice(0, 24 * 18 - 10).append(whole.slice(24 * 18 + 10, 24 * 30));
        LevelHistory history = book(PARAMETERS, bars).history();
        Instant moment = whole.closeTime(24 * 19);
        Instant monday = Instant.parse("2026-01-19T00:00:00Z");
        LevelHistory since = history.since(WEEK.before(monday));

        assertSame(since.walk(WEEK).at(moment), history.at(moment, WEEK));
    }

    @Test
    void walk_doesNotTurnBack() {
        BarSeries bars = RandomHistory.clean(8, Interval.ONE_HOUR, 24 * 20);
        LevelHistory history = book(PARAMETERS, bars).history();
        LevelWalk walk = history.walk(WEEK);
        walk.at(bars.closeTime(24 * 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> walk.at(bars.closeTime(24 * 10 - 1)))
                .withMessageContaining("passed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.walk(WEEK).at(bars.closeTime(0).minusMillis(1)))
                .withMessageContaining("no bar with a known open interest");
    }

    @Test
    void weeks_beginOnMondays() {
        assertThat(LevelWalk.weekOf(Instant.parse("2026-03-04T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(LevelWalk.weekOf(Instant.parse("2026-03-02T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(LevelWalk.weekOf(Instant.parse("2026-03-01T23:59:59.999Z")))
                .isEqualTo(Instant.parse("2026-02-23T00:00:00Z"));
        assertThat(LevelWalk.weekOf(Instant.parse("1969-12-31T00:00:00Z")))
                .isEqualTo(Instant.parse("1969-12-29T00:00:00Z"));
    }

    @Test
    void inverseContracts_countInDollars() {
        BarSeries bars = RandomHistory.clean(10, Interval.ONE_HOUR, 24 * 30);
        LevelHistory history = book(defaults(ContractType.INVERSE), bars).history();

        assertSame(history.walk(WEEK).at(bars.closeTime(24 * 29)), history.at(bars.closeTime(24 * 29), WEEK));
    }

    @Test
    void severalInstruments_addUp_whereverTheirPricesAre() {
        BarSeries bars = RandomHistory.clean(11, Interval.ONE_HOUR, 24 * 30);
        LevelHistory history = book(PARAMETERS, bars).history();
        Instant moment = bars.closeTime(24 * 29);
        LevelTotals totals = history.walk(WEEK).at(moment);
        LiquidationMap.Part part = new LiquidationMap.Part("venue", history.at(moment, WEEK));
        double price = 1.01 * totals.price();

        Imbalance imbalance = LevelTotals.imbalance(price, 0.1, List.of(totals, totals));

        Imbalance expected = LiquidationMap.of(price, List.of(part, part)).imbalance(0.1);
        assertThat(imbalance.low()).isEqualTo(expected.low());
        assertThat(imbalance.high()).isEqualTo(expected.high());
        assertThat(imbalance.upUsd()).isPositive().isCloseTo(expected.upUsd(), withinPercentage(ROUNDING_PCT));
        assertThat(imbalance.downUsd()).isPositive().isCloseTo(expected.downUsd(), withinPercentage(ROUNDING_PCT));
    }

    private static void assertSame(LevelTotals actual, LevelMap expected) {
        LiquidationMap map = LiquidationMap.of(expected.price(), List.of(new LiquidationMap.Part("venue", expected)));
        for (Side side : Side.values()) {
            double most = expected.usd(expected.side(side).openInterest());
            for (double distance : DISTANCES) {
                assertThat(actual.usdWithin(side, distance))
                        .as("%s within %s", side, distance)
                        .isCloseTo(map.usdWithin(side, distance), within(LevelMapAssert.AGREEMENT * most));
            }
        }
    }

    private static OpenedBook openedBook(BarSeries bars) {
        OpenedBook opened = new OpenedBook(PARAMETERS, bars.interval());
        opened.advance(bars, 0, bars.size());
        return opened;
    }
}
