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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            LevelHistory since = history.since(bars.closeTime(24 * 50));
            for (int bar : new int[] {24 * 57, 24 * 57 + 1, 24 * 100 - 1}) {
                Instant asOf = bars.closeTime(bar);

                for (Side side : Side.values()) {
                    SideLevels expected = history.levelsAt(asOf, range).side(side);
                    SideLevels levels = since.levelsAt(asOf, range).side(side);
                    assertThat(levels.levels()).isEqualTo(expected.levels());
                    assertThat(levels.unlevered()).isEqualTo(expected.unlevered());
                }
                assertThat(since.isWarmingUp(asOf)).isEqualTo(history.isWarmingUp(asOf));
            }
            assertThat(since.from()).isEqualTo(bars.closeTime(24 * 50 + 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> since.levelsAt(bars.closeTime(24 * 57 - 1), range))
                    .withMessageContaining("forgotten");
            assertThatIllegalArgumentException().isThrownBy(() -> since.levelsAt(bars.closeTime(24 * 50), range));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void levelsAlone_areThoseOfTheMap(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_HOUR, 24 * 60);
        Range range = Range.ofDays(7);
        for (LevelHistory history :
                List.of(book(PARAMETERS, bars).history(), openedBook(bars).history())) {
            for (int bar : new int[] {0, 1, 100, 24 * 60 - 1}) {
                LevelMap whole = history.at(bars.closeTime(bar), range);
                LevelMap levels = history.levelsAt(bars.closeTime(bar), range);

                for (Side side : Side.values()) {
                    assertThat(levels.side(side).levels())
                            .isEqualTo(whole.side(side).levels());
                    assertThat(levels.side(side).unlevered())
                            .isEqualTo(whole.side(side).unlevered());
                    assertThat(levels.side(side).openInterest())
                            .isEqualTo(whole.side(side).openInterest());
                    assertThat(levels.side(side).openedBefore()).isNaN();
                }
                assertThat(usdIn(levels)).isEqualTo(usdIn(whole));
            }
        }
    }

    private static Buckets usdIn(LevelMap map) {
        return LiquidationMap.of(map.price(), List.of(new LiquidationMap.Part("venue", map)))
                .buckets(PriceWindow.around(map.price(), 0.5, 500));
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
