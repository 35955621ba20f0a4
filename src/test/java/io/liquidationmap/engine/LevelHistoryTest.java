package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static io.liquidationmap.engine.LevelMapAssert.assertSame;
import static io.liquidationmap.engine.LevelMapAssert.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelHistoryTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);

    @Test
    void history_isEmpty_untilAnOpenInterestIsKnown() {
        BarSeries bars =
                new Flat(Interval.ONE_DAY).add(1000, 1000, 10, Double.NaN).build();

        LevelHistory history = book(PARAMETERS, bars).history();

        assertThat(history.isEmpty()).isTrue();
        assertThatIllegalStateException().isThrownBy(history::from);
        assertThatIllegalStateException().isThrownBy(history::to);
        assertThatIllegalStateException().isThrownBy(() -> history.latest(EVER));
        assertThatIllegalArgumentException().isThrownBy(() -> history.at(bars.closeTime(0), EVER));
    }

    @Test
    void history_reachesFromTheFirstKnownOpenInterest_toTheLastBar() {
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 10, Double.NaN)
                .add(1000, 1000, 10, 100)
                .add(1000, 1000, 10, Double.NaN)
                .build();

        LevelHistory history = book(PARAMETERS, bars).history();

        assertThat(history.from()).isEqualTo(bars.closeTime(1));
        assertThat(history.to()).isEqualTo(bars.closeTime(2));
    }

    @Test
    void asOf_countsOnlyBarsThatHaveEnded() {
        BarSeries bars = RandomHistory.clean(1, Interval.ONE_HOUR, 50);
        LevelHistory history = book(PARAMETERS, bars).history();
        Instant end = bars.closeTime(30);

        assertThat(history.at(end, EVER).asOf()).isEqualTo(end);
        assertThat(history.at(end.minusMillis(1), EVER).asOf()).isEqualTo(bars.closeTime(29));
        assertThat(history.at(end.plus(Duration.ofMinutes(59)), EVER).asOf()).isEqualTo(end);
        assertThat(history.at(end, EVER).price()).isEqualTo(bars.close(30));
        assertSame(history.at(Instant.parse("2040-01-01T00:00:00Z"), EVER), history.latest(EVER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.at(bars.closeTime(0).minusMillis(1), EVER))
                .withMessageContaining("2026-01-01T00:59:59.999Z");
    }

    @Test
    void historySinceAnInstant_tellsTheSameOfRangesAfterIt() {
        BarSeries bars = RandomHistory.clean(4, Interval.ONE_HOUR, 24 * 100);
        Range range = Range.ofDays(7);
        for (LevelHistory history :
                List.of(book(PARAMETERS, bars).history(), openedBook(bars).history())) {
            // Monday the 2nd of March begins with bar 24 · 60, and its week with the range of seven days before.
            LevelHistory since = history.since(bars.closeTime(24 * 53 - 1));
            for (int bar : new int[] {24 * 60 - 1, 24 * 60, 24 * 100 - 1}) {
                Instant asOf = bars.closeTime(bar);

                for (Side side : Side.values()) {
                    double expectedUsd = history.walk(range).at(asOf).usdWithin(side, 0.99);
                    assertThat(since.walk(range).at(asOf).usdWithin(side, 0.99))
                            .isPositive()
                            .isEqualTo(expectedUsd);
                }
                assertThat(since.isWarmingUp(asOf)).isEqualTo(history.isWarmingUp(asOf));
            }
            assertThat(since.from()).isEqualTo(bars.closeTime(24 * 53));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> since.walk(range).at(bars.closeTime(24 * 60 - 2)))
                    .withMessageContaining("forgotten");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> since.at(bars.closeTime(24 * 99), range))
                    .withMessageContaining("forgotten");
        }
    }

    private static OpenedBook openedBook(BarSeries bars) {
        OpenedBook opened = new OpenedBook(PARAMETERS, bars.interval());
        opened.advance(bars, 0, bars.size());
        return opened;
    }

    @Test
    void range_selectsByTimeOfOpening() {
        // given: everything opened in the second hour, nothing before or after
        BarSeries bars = new Flat(Interval.ONE_HOUR)
                .add(1000, 1000, 0, 0)
                .add(1000, 1000, 100, 100)
                .add(1000, 1000, 0, 100)
                .build();
        LevelHistory history = book(PARAMETERS, bars).history();

        SideLevels lastHour = history.latest(Range.parse("1h")).side(Side.LONG);
        SideLevels twoHours = history.latest(Range.parse("2h")).side(Side.LONG);

        assertThat(lastHour.levels()).isCloseTo(0, near(0, 100));
        assertThat(lastHour.openedBefore()).isCloseTo(twoHours.levels() + twoHours.unlevered(), near(100, 100));
        assertThat(twoHours.openedBefore()).isZero();
    }
}
