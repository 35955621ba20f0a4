package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundworkTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);
    private static final List<Range> RANGES =
            List.of(Range.parse("6h"), Range.ofDays(1), Range.ofDays(7), Range.ofDays(365));

    /// Rough histories begin anew now and then, with a row anywhere in a day or a range.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 4, 6})
    void mapsOfADay_areTheSameToTheBit_whetherItIsKeptOrNot(long seed) {
        Interval interval = seed == 6 ? Interval.ONE_DAY : Interval.ONE_HOUR;
        BarSeries bars = seed % 2 == 0
                ? RandomHistory.rough(seed, interval, 24 * 40)
                : RandomHistory.clean(seed, interval, 24 * 40);
        for (LevelHistory history :
                List.of(book(PARAMETERS, bars).history(), openedBook(bars).history())) {
            for (Range range : RANGES) {
                Map<Instant, Groundwork> kept = new HashMap<>();
                int drawn = 0;
                for (int bar = 0; bar < bars.size(); bar += 1 + bar % 11) {
                    Instant moment = bars.closeTime(bar);
                    Instant begin = Groundwork.beginOfDay(moment);
                    if (begin.isBefore(history.from())) {
                        continue;
                    }
                    Groundwork groundwork =
                            kept.computeIfAbsent(begin, midnight -> history.groundwork(midnight, range));
                    assertSameToTheBit(history.at(moment, range, groundwork), history.at(moment, range));
                    drawn++;
                }
                assertThat(drawn).isGreaterThanOrEqualTo(kept.size()).isGreaterThan(30);
            }
        }
    }

    @Test
    void map_isTheSameToTheBit_whateverBarsCameAfterIt_andWhicheverOfTheHistoriesLaidTheGround() {
        BarSeries bars = RandomHistory.clean(3, Interval.ONE_HOUR, 24 * 40);
        int bar = 24 * 20 + 7;
        Instant moment = bars.closeTime(bar);
        Instant begin = Groundwork.beginOfDay(moment);
        LevelHistory then = book(PARAMETERS, bars.slice(0, bar + 1)).history();
        LevelHistory later = book(PARAMETERS, bars).history();
        for (Range range : RANGES) {
            LevelMap expected = then.at(moment, range);

            assertSameToTheBit(later.at(moment, range), expected);
            assertSameToTheBit(later.at(moment, range, then.groundwork(begin, range)), expected);
            assertSameToTheBit(then.at(moment, range, later.groundwork(begin, range)), expected);
        }
    }

    @Test
    void day_endsWithItsMidnight() {
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(Groundwork.beginOfDay(midnight)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(Groundwork.beginOfDay(midnight.plusMillis(1))).isEqualTo(midnight);
        assertThat(Groundwork.beginOfDay(Instant.parse("1969-12-31T12:00:00Z")))
                .isEqualTo(Instant.parse("1969-12-31T00:00:00Z"));
    }

    @Test
    void groundwork_isForItsDayAndRangeOnly() {
        BarSeries bars = RandomHistory.clean(5, Interval.ONE_HOUR, 24 * 5);
        LevelHistory history = book(PARAMETERS, bars).history();
        Range range = Range.ofDays(7);
        Instant moment = bars.closeTime(24 * 3 + 5);
        Groundwork groundwork = history.groundwork(Groundwork.beginOfDay(moment), range);

        assertThat(groundwork.kilobytes()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> history.at(moment, Range.ofDays(1), groundwork));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.at(bars.closeTime(24 * 4 + 5), range, groundwork));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.groundwork(history.from().minusMillis(1), range));
    }

    private static void assertSameToTheBit(LevelMap actual, LevelMap expected) {
        for (Side side : Side.values()) {
            SideLevels levels = actual.side(side);
            SideLevels wanted = expected.side(side);
            assertThat(levels.depth()).isEqualTo(wanted.depth());
            assertThat(levels.nearestBin()).isEqualTo(wanted.nearestBin());
            assertThat(levels.unlevered()).isEqualTo(wanted.unlevered());
            assertThat(levels.openedBefore()).isEqualTo(wanted.openedBefore());
            for (int k = 0; k < levels.cohorts(); k++) {
                for (int bin = 0; bin < levels.depth(); bin++) {
                    assertThat(levels.outwards(k, bin)).isEqualTo(wanted.outwards(k, bin));
                }
            }
        }
    }

    private static OpenedBook openedBook(BarSeries bars) {
        OpenedBook opened = new OpenedBook(PARAMETERS, bars.interval());
        opened.advance(bars, 0, bars.size());
        return opened;
    }
}
