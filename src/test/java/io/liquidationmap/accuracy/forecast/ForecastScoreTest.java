package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForecastScoreTest {

    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void knowledge_hasSkill_andItsAbsenceHasNone() {
        ForecastScore score = ForecastScore.of(forecasts(200), FOUR_HOURS).orElseThrow();

        assertThat(score.map().spearman()).isCloseTo(1, within(1e-12));
        assertThat(score.naive().spearman()).isBetween(0.3, 0.9);
        assertThat(score.control().spearman()).isBetween(-0.2, 0.2);
        assertThat(score.skill().low()).isPositive();
        assertThat(score.skill().value())
                .isBetween(score.skill().low(), score.skill().high());
        assertThat(score.controlSkill().high()).isNegative();
    }

    @Test
    void amounts_areHeldAgainstWhatHappened() {
        ForecastScore score = ForecastScore.of(forecasts(200), FOUR_HOURS).orElseThrow();

        // The map of these forecasts says twice what happens.
        assertThat(score.map().predictedToRealised()).isCloseTo(2, within(1e-9));
        assertThat(score.map().tweedieExplainedAtScale()).isCloseTo(1, within(0.01));
        assertThat(score.map().tweedieExplained())
                .isLessThan(1)
                .isGreaterThan(score.naive().tweedieExplained());
        assertThat(score.calibration().logSlope()).isCloseTo(1, within(1e-9));
    }

    @Test
    void sampleSize_isToldWithTheScore() {
        ForecastScore score = ForecastScore.of(forecasts(200), FOUR_HOURS).orElseThrow();

        assertThat(score.buckets()).isEqualTo(200);
        assertThat(score.pairs()).isEqualTo(400);
        assertThat(score.from()).isEqualTo(START);
        assertThat(score.to()).isEqualTo(START.plus(Duration.ofHours(800)));
        assertThat(ForecastScore.of(forecasts(200), FOUR_HOURS, Side.SHORT)
                        .orElseThrow()
                        .pairs())
                .isEqualTo(200);
    }

    @Test
    void interval_isUnknown_forAShortSample() {
        ForecastScore score = ForecastScore.of(forecasts(80), FOUR_HOURS).orElseThrow();

        assertThat(score.skill().value()).isPositive();
        assertThat(score.skill().low()).isNaN();
        assertThat(score.skill().high()).isNaN();
    }

    @Test
    void bucketsWithoutANaiveModel_areNotCompared() {
        List<Forecast> forecasts = new ArrayList<>(forecasts(100));
        forecasts.replaceAll(forecast ->
                forecast.bucketStart().isBefore(START.plus(Duration.ofDays(2))) ? without(forecast) : forecast);

        assertThat(ForecastScore.of(forecasts, FOUR_HOURS).orElseThrow().buckets())
                .isEqualTo(100 - 12);
        forecasts.replaceAll(ForecastScoreTest::without);
        assertThat(ForecastScore.of(forecasts, FOUR_HOURS)).isEmpty();
    }

    private static Forecast without(Forecast forecast) {
        return new Forecast(
                forecast.bucketStart(),
                forecast.side(),
                forecast.openInterestUsd(),
                forecast.excursion(),
                forecast.predictedUsd(),
                Double.NaN,
                forecast.controlUsd(),
                forecast.realisedUsd());
    }

    /// The map knows everything but the scale, the naive model something, the control nothing.
    private static List<Forecast> forecasts(int buckets) {
        SplittableRandom random = new SplittableRandom(5);
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            for (Side side : Side.values()) {
                double realised = 1e6 * random.nextExponential();
                forecasts.add(new Forecast(
                        START.plus(Duration.ofHours(4L * i)),
                        side,
                        1e9,
                        0.01,
                        2 * realised,
                        realised * Math.exp(random.nextGaussian()),
                        1e6 * random.nextExponential(),
                        realised));
            }
        }
        return forecasts;
    }
}
