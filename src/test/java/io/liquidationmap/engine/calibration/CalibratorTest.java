package io.liquidationmap.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratorTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 150;
    private static final Instant END = START.plus(Duration.ofDays(DAYS));
    private static final double FORCED_SHARE = 0.55;

    private static final BarSeries BARS = bars(Interval.ONE_HOUR, LiquidationFeed.COMPLETE);
    private static final ModelParameters PRIOR =
            ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true);

    private static BarSeries bars(Interval interval, LiquidationFeed feed) {
        SimulatedMarket market = Worlds.ordinary(40, 1).getFirst().market(START, interval, feed);
        int perDay = (int) (Duration.ofDays(1).toMillis() / interval.millis());
        return market.record(DAYS * perDay, Set.of()).bars();
    }

    /// The bars with other liquidations: what a model with these parameters sweeps, times a part that is force-closed.
    private static BarSeries sweptBy(ModelParameters truth, double longPart, double shortPart) {
        PositionBook book = new PositionBook(truth, BARS.interval());
        double[] before = new double[2];
        double[][] usd = new double[2][BARS.size()];
        for (int i = 0; i < BARS.size(); i++) {
            book.advance(BARS, i, i + 1);
            for (int s = 0; s < 2; s++) {
                double swept = Arrays.stream(book.sweptSoFar(s == 0 ? Side.LONG : Side.SHORT))
                        .sum();
                usd[s][i] = (swept - before[s]) * BARS.close(i);
                before[s] = swept;
            }
        }
        return withLiquidations((i, _) -> longPart * usd[0][(int) i], (i, _) -> shortPart * usd[1][(int) i]);
    }

    /// @param longUsd of a bar's number and what the bar has
    private static BarSeries withLiquidations(DoubleBinaryOperator longUsd, DoubleBinaryOperator shortUsd) {
        BarSeries.Builder changed = BarSeries.builder(BARS.interval(), BARS.size());
        for (int i = 0; i < BARS.size(); i++) {
            changed.add(
                    BARS.openTimeMs(i),
                    BARS.open(i),
                    BARS.high(i),
                    BARS.low(i),
                    BARS.close(i),
                    BARS.isMark(i),
                    BARS.vwap(i),
                    BARS.volume(i),
                    BARS.takerBuyVolume(i),
                    BARS.openInterest(i),
                    BARS.longShortRatio(i),
                    longUsd.applyAsDouble(i, BARS.liquidatedLongUsd(i)),
                    shortUsd.applyAsDouble(i, BARS.liquidatedShortUsd(i)));
        }
        return changed.build();
    }

    private static ModelParameters nearer(ModelParameters parameters, double factor) {
        double[] shares = parameters.cohorts().stream()
                .mapToDouble(cohort -> cohort.longStockShare() * (cohort.longDistance() < 0.12 ? factor : 1 / factor))
                .toArray();
        return parameters.withTiltExponent(1).withStockShares("truth", shares, shares);
    }

    /// Share of the levered stock that lies within 12 % of its entry.
    private static double near(ModelParameters parameters, Side side) {
        double near = parameters.cohorts().stream()
                .filter(cohort -> cohort.longDistance() < 0.12)
                .mapToDouble(cohort -> cohort.stockShare(side))
                .sum();
        return near / (1 - parameters.unleveredShare(side));
    }

    @Test
    void liquidationsOfTheModelItself_giveItsSharesBack() throws CalibrationRefusedException {
        for (double factor : new double[] {0.5, 2}) {
            ModelParameters truth = nearer(PRIOR, factor);
            BarSeries bars = sweptBy(truth, FORCED_SHARE, FORCED_SHARE);

            ModelParameters found =
                    Calibrator.fit(bars, END, PRIOR, Evidence.COMPLETE).parameters();

            for (Side side : Side.values()) {
                assertThat(Math.log(near(found, side) / near(truth, side)))
                        .as("factor %s, %s", factor, side)
                        .isCloseTo(0, within(0.4 * Math.abs(Math.log(near(PRIOR, side) / near(truth, side)))));
            }
        }
    }

    @Test
    void sideThatIsLiquidatedMore_isFoundToHoldMore() throws CalibrationRefusedException {
        BarSeries bars = sweptBy(PRIOR.withTiltExponent(1), 3 * FORCED_SHARE, FORCED_SHARE);

        ModelParameters found =
                Calibrator.fit(bars, END, PRIOR, Evidence.COMPLETE).parameters();

        assertThat(found.unleveredShare(Side.LONG)).isLessThan(found.unleveredShare(Side.SHORT));
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void sameBars_giveTheSameCalibration(Evidence evidence) throws CalibrationRefusedException {
        Calibration once = Calibrator.fit(BARS, END, PRIOR, evidence);
        Calibration again = Calibrator.fit(BARS, END, PRIOR, evidence);

        assertThat(again.parameters()).isEqualTo(once.parameters());
        assertThat(again.evidence()).isEqualTo(evidence);
        for (int m = 0; m < once.ensemble().size(); m++) {
            assertThat(again.ensemble().members().get(m).stockShare(Side.LONG, 3))
                    .isEqualTo(once.ensemble().members().get(m).stockShare(Side.LONG, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void laterBars_changeNothing(Evidence evidence) throws CalibrationRefusedException {
        Instant asOf = START.plus(Duration.ofDays(100));
        BarSeries known = BARS.slice(0, BARS.lastClosedAt(asOf) + 1);

        assertThat(Calibrator.fit(BARS, asOf, PRIOR, evidence).parameters())
                .isEqualTo(Calibrator.fit(known, asOf, PRIOR, evidence).parameters());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void ensemble_liesAroundTheFit(Evidence evidence) throws CalibrationRefusedException {
        Calibration calibration = Calibrator.fit(BARS, END, PRIOR, evidence);
        Ensemble ensemble = calibration.ensemble();

        assertThat(ensemble.size()).isGreaterThanOrEqualTo(16);
        for (Side side : Side.values()) {
            for (int k = 0; k < PRIOR.cohorts().size(); k++) {
                int cohort = k;
                double[] shares = ensemble.members().stream()
                        .mapToDouble(member -> member.stockShare(side, cohort))
                        .sorted()
                        .toArray();
                assertThat(calibration.parameters().cohorts().get(k).stockShare(side))
                        .isBetween(shares[0], shares[shares.length - 1]);
            }
        }
    }

    @Test
    void moreIsKnown_afterACompleteFeedThanBefore() throws CalibrationRefusedException {
        int cohort = cohort("10");
        double before = deviation(Calibrator.uncalibrated(PRIOR), cohort);
        double after =
                deviation(Calibrator.fit(BARS, END, PRIOR, Evidence.COMPLETE).ensemble(), cohort);

        assertThat(after).isLessThan(before);
    }

    private static int cohort(String label) {
        for (int k = 0; k < PRIOR.cohorts().size(); k++) {
            if (PRIOR.cohorts().get(k).label().equals(label)) {
                return k;
            }
        }
        throw new AssertionError(label);
    }

    private static double deviation(Ensemble ensemble, int cohort) {
        double[] logarithms = ensemble.members().stream()
                .mapToDouble(member -> Math.log(member.stockShare(Side.LONG, cohort)))
                .toArray();
        double mean = Arrays.stream(logarithms).average().orElseThrow();
        return Math.sqrt(Arrays.stream(logarithms)
                .map(logarithm -> (logarithm - mean) * (logarithm - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void throttledFeed_doesNotLowerTheLevelAsMuchAsItLeavesOut() throws CalibrationRefusedException {
        BarSeries throttled = withLiquidations((_, usd) -> usd / 4, (_, usd) -> usd / 4);

        double complete = levered(BARS, Evidence.COMPLETE);
        double believed = levered(throttled, Evidence.COMPLETE);
        double corrected = levered(throttled, Evidence.THROTTLED);

        assertThat(believed).isLessThan(complete);
        assertThat(Math.abs(Math.log(corrected / complete))).isLessThan(Math.abs(Math.log(believed / complete)));
    }

    private static double levered(BarSeries bars, Evidence evidence) throws CalibrationRefusedException {
        return 1 - Calibrator.fit(bars, END, PRIOR, evidence).parameters().unleveredShare(Side.LONG);
    }

    @Test
    void finerBars_teachWhatHoursTeach() throws CalibrationRefusedException {
        BarSeries hours = BARS;
        BarSeries quarters = bars(Interval.parse("15m"), LiquidationFeed.COMPLETE);

        ModelParameters fromHours = Calibrator.fit(HourlyBars.of(quarters), END, PRIOR, Evidence.COMPLETE)
                .parameters();
        ModelParameters fromQuarters =
                Calibrator.fit(quarters, END, PRIOR, Evidence.COMPLETE).parameters();

        assertThat(fromQuarters).isEqualTo(fromHours);
        assertThat(HourlyBars.of(quarters).size()).isEqualTo(hours.size());
    }

    @Test
    void unknownLiquidations_areNotTakenForNone() throws CalibrationRefusedException {
        BarSeries half = withLiquidations(
                (i, usd) -> (int) i / 240 % 2 == 0 ? usd : Double.NaN,
                (i, usd) -> (int) i / 240 % 2 == 0 ? usd : Double.NaN);
        BarSeries zero = withLiquidations(
                (i, usd) -> (int) i / 240 % 2 == 0 ? usd : 0, (i, usd) -> (int) i / 240 % 2 == 0 ? usd : 0);

        double whole = levered(BARS, Evidence.COMPLETE);

        assertThat(Math.abs(Math.log(levered(half, Evidence.COMPLETE) / whole)))
                .isLessThan(Math.abs(Math.log(levered(zero, Evidence.COMPLETE) / whole)));
    }

    @Test
    void tooLittleHistory_isRefused() {
        assertThatThrownBy(() -> Calibrator.fit(BARS, START.plus(Duration.ofDays(59)), PRIOR, Evidence.COMPLETE))
                .isInstanceOf(CalibrationRefusedException.class)
                .hasMessage("open interest is known for 59 days, 60 are needed");
    }

    @Test
    void noBarAtAll_isRefused() {
        assertThatThrownBy(() -> Calibrator.fit(BARS, START, PRIOR, Evidence.COMPLETE))
                .isInstanceOf(CalibrationRefusedException.class)
                .hasMessage("open interest is known for 0 days, 60 are needed");
    }

    @Test
    void sweepsOfOneSideOnly_areRefused() {
        BarSeries oneSided = withLiquidations((_, usd) -> usd, (_, _) -> 0);

        assertThatThrownBy(() -> Calibrator.fit(oneSided, END, PRIOR, Evidence.COMPLETE))
                .isInstanceOf(CalibrationRefusedException.class)
                .hasMessageContaining("shorts were swept in 0 periods");
    }
}
