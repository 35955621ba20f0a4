package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionRunsTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);
    private static final Range WEEK = Range.ofDays(7);
    private static final int DAYS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachRun_tellsToTheBit_whatABookOfItsOwnTells(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_HOUR, 24 * DAYS);
        List<PositionRuns.Run> runs = new ArrayList<>();
        for (int day = 10; day <= DAYS; day += 10) {
            Instant from = WEEK.before(LevelWalk.weekOf(bars.closeTime(24 * day - 1)));
            runs.add(new PositionRuns.Run(leaning(PARAMETERS, day), from, 24 * day));
        }
        // Others whose positions live another time, in between.
        runs.add(3, new PositionRuns.Run(hurried(PARAMETERS), bars.closeTime(0), 24 * DAYS));
        // And one that leans with the crowd, as calibrated ones do and uncalibrated ones do not.
        runs.add(5, new PositionRuns.Run(PARAMETERS.withTiltExponent(1), bars.closeTime(0), 24 * DAYS));

        List<LevelHistory> histories = PositionRuns.of(bars, runs);

        assertThat(histories).hasSameSizeAs(runs);
        for (int i = 0; i < runs.size(); i++) {
            PositionRuns.Run run = runs.get(i);
            Instant asOf = bars.closeTime(run.end() - 1);
            LevelTotals expected = book(run.parameters(), bars.slice(0, run.end()))
                    .history()
                    .walk(WEEK)
                    .at(asOf);
            LevelTotals actual = histories.get(i).walk(WEEK).at(asOf);
            for (Side side : Side.values()) {
                assertThat(usdByDistance(actual, side)).isEqualTo(usdByDistance(expected, side));
            }
        }
    }

    @Test
    void whatIsNotNeeded_isForgotten_andNotMadeUp() {
        BarSeries bars = RandomHistory.clean(5, Interval.ONE_HOUR, 24 * DAYS);
        Instant end = bars.closeTime(24 * DAYS - 1);
        Instant needed = WEEK.before(LevelWalk.weekOf(end));

        LevelHistory history = PositionRuns.of(bars, List.of(new PositionRuns.Run(PARAMETERS, needed, 24 * DAYS)))
                .getFirst();

        assertThat(history.from()).isAfter(bars.closeTime(24 * 30)).isBeforeOrEqualTo(needed);
        assertThatIllegalArgumentException().isThrownBy(() -> history.at(end, Range.ofDays(DAYS - 1)));
    }

    @Test
    void runBeyondTheLastBar_isRefused() {
        BarSeries bars = RandomHistory.clean(6, Interval.ONE_HOUR, 24);

        assertThatThrownBy(
                        () -> PositionRuns.of(bars, List.of(new PositionRuns.Run(PARAMETERS, bars.closeTime(0), 25))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after the last bar");
    }

    /// Other shares, the same lives.
    private static ModelParameters leaning(ModelParameters parameters, int by) {
        double[] shares = parameters.cohorts().stream()
                .mapToDouble(cohort -> cohort.stockShare(Side.LONG))
                .toArray();
        double[] longs =
                Arrays.stream(shares).map(share -> share / (1 + by / 100.0)).toArray();
        double[] shorts =
                Arrays.stream(shares).map(share -> share / (2 - by / 200.0)).toArray();
        return parameters.withStockShares("leaning-" + by, longs, shorts);
    }

    private static ModelParameters hurried(ModelParameters parameters) {
        List<Cohort> cohorts = parameters.cohorts().stream()
                .map(cohort -> new Cohort(
                        cohort.label(),
                        cohort.distance(Side.LONG),
                        cohort.distance(Side.SHORT),
                        cohort.stockShare(Side.LONG),
                        cohort.stockShare(Side.SHORT),
                        cohort.lifetimeDays() / 2))
                .toList();
        return parameters.withCohorts("hurried", cohorts);
    }

    private static double[] usdByDistance(LevelTotals levels, Side side) {
        return IntStream.range(1, 100)
                .mapToDouble(percent -> levels.usdWithin(side, percent / 100.0))
                .toArray();
    }
}
