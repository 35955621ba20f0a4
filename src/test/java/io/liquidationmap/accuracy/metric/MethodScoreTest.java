package io.liquidationmap.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.engine.Band;
import io.liquidationmap.market.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodScoreTest {

    private static final double ROUNDING = 1e-9;
    private static final double FLOOR = 1e-3;

    private static Truth truth(MapEstimate map) {
        return new Truth(MapReading.of(map), FLOOR);
    }

    private static Map<Metric, Double> score(MapEstimate estimate, MapEstimate truth) {
        MethodScore score = new MethodScore();
        score.add(estimate, truth(truth));
        return score.scores();
    }

    private static double value(Map<Metric, Double> scores, Metric metric) {
        return scores.getOrDefault(metric, Double.NaN);
    }

    @Test
    void truthItself_isWithoutFault() {
        PointMap map = RandomMaps.some(1).build();

        Map<Metric, Double> scores = score(map, map);

        assertThat(value(scores, Metric.at(Measure.FACTOR_ERROR, 10))).isEqualTo(1);
        assertThat(value(scores, Metric.at(Measure.LOG_BIAS, 10))).isZero();
        assertThat(value(scores, Metric.at(Measure.IMBALANCE_LOG_ERROR, 10))).isZero();
        assertThat(value(scores, Metric.of(Measure.EARTH_MOVERS_DISTANCE_PCT))).isZero();
        assertThat(value(scores, Metric.of(Measure.BIN_RANK_CORRELATION))).isCloseTo(1, within(ROUNDING));
        assertThat(value(scores, Metric.of(Measure.DENSITY_CORRELATION))).isCloseTo(1, within(ROUNDING));
        assertThat(value(scores, Metric.of(Measure.CLUSTER_HIT_RATE))).isEqualTo(1);
    }

    /// Longs and shorts times their factors: errors as computed by hand.
    @ParameterizedTest
    @CsvSource({"2, 2, 2, 0.6931, 0", "0.5, 2, 2, 0, 1.3863", "0.5, 0.5, 2, -0.6931, 0", "1, 4, 2, 0.6931, 1.3863"})
    void amounts_areMeasuredPerSide(
            double longs, double shorts, double factorError, double logBias, double imbalanceLogError) {
        PointMap truth =
                PointMap.at(100).add(Side.LONG, 99, 8).add(Side.SHORT, 101, 5).build();
        PointMap estimate = PointMap.at(100)
                .add(Side.LONG, 99, 8 * longs)
                .add(Side.SHORT, 101, 5 * shorts)
                .build();

        Map<Metric, Double> scores = score(estimate, truth);

        for (int distancePct : List.of(5, 10, 20)) {
            assertThat(value(scores, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                    .isCloseTo(factorError, within(1e-4));
            assertThat(value(scores, Metric.at(Measure.LOG_BIAS, distancePct))).isCloseTo(logBias, within(1e-4));
            assertThat(value(scores, Metric.at(Measure.IMBALANCE_LOG_ERROR, distancePct)))
                    .isCloseTo(imbalanceLogError, within(1e-4));
        }
    }

    @Test
    void emptySides_countAsTheFloor() {
        PointMap truth = PointMap.at(100).add(Side.SHORT, 101, 10 * FLOOR).build();
        PointMap estimate = PointMap.at(100).build();

        Map<Metric, Double> scores = score(estimate, truth);

        // No error below, a factor of ten above.
        assertThat(value(scores, Metric.at(Measure.FACTOR_ERROR, 5))).isCloseTo(Math.sqrt(10), within(ROUNDING));
        assertThat(scores).doesNotContainKey(Metric.of(Measure.EARTH_MOVERS_DISTANCE_PCT));
    }

    @Test
    void imbalance_isRankedOverTime() {
        MethodScore rising = new MethodScore();
        MethodScore falling = new MethodScore();
        for (int i = 1; i <= 5; i++) {
            Truth truth = truth(PointMap.at(100)
                    .add(Side.LONG, 97, 1)
                    .add(Side.SHORT, 103, i * i)
                    .build());
            rising.add(
                    PointMap.at(100)
                            .add(Side.LONG, 97, 1)
                            .add(Side.SHORT, 103, 100 + i)
                            .build(),
                    truth);
            falling.add(
                    PointMap.at(100)
                            .add(Side.LONG, 97, i)
                            .add(Side.SHORT, 103, 9)
                            .build(),
                    truth);
        }
        Metric overTime = Metric.at(Measure.IMBALANCE_RANK_CORRELATION, 5);

        assertThat(value(rising.scores(), overTime)).isCloseTo(1, within(ROUNDING));
        assertThat(value(falling.scores(), overTime)).isCloseTo(-1, within(ROUNDING));
    }

    @Test
    void bands_areCountedOnlyWhereThereAreAny() {
        PointMap truth =
                PointMap.at(100).add(Side.LONG, 96, 10).add(Side.SHORT, 104, 20).build();

        assertThat(score(truth, truth))
                .doesNotContainKey(Metric.at(Measure.BAND_COVERAGE, 5))
                .doesNotContainKey(Metric.of(Measure.BIN_BAND_COVERAGE));

        // At ±5 % the longs' 10 lie in [5, 15] and the shorts' 20 do not; at ±2 % there is nothing.
        Map<Metric, Double> scores = score(new Banded(truth, 5, 15, 0.5), truth);
        assertThat(value(scores, Metric.at(Measure.BAND_COVERAGE, 5))).isEqualTo(0.5);
        assertThat(value(scores, Metric.at(Measure.BAND_COVERAGE, 2))).isZero();
        // ln 2 lies outside ±0.5 and inside ±0.7.
        assertThat(value(scores, Metric.at(Measure.IMBALANCE_BAND_COVERAGE, 5))).isZero();
        assertThat(value(score(new Banded(truth, 5, 15, 0.7), truth), Metric.at(Measure.IMBALANCE_BAND_COVERAGE, 5)))
                .isEqualTo(1);
        // Of 80 bins, 78 are empty, one holds 10 and one 20.
        assertThat(value(scores, Metric.of(Measure.BIN_BAND_COVERAGE))).isCloseTo(1 / 80.0, within(ROUNDING));
        assertThat(value(score(new Banded(truth, 0, 15, 0.5), truth), Metric.of(Measure.BIN_BAND_COVERAGE)))
                .isCloseTo(79 / 80.0, within(ROUNDING));
    }

    /// The same band around every amount.
    private record Banded(PointMap map, double low, double high, double logDeviation) implements MapEstimate {

        @Override
        public double cumulativeUsd(Side side, double distance) {
            return map.cumulativeUsd(side, distance);
        }

        @Override
        public Bands bands() {
            return new Bands() {
                @Override
                public Band cumulativeUsd(Side side, double distance) {
                    return new Band(low, high);
                }

                @Override
                public Band usdBetween(Side side, double near, double far) {
                    return new Band(low, high);
                }

                @Override
                public Band logImbalance(double distance) {
                    return new Band(-logDeviation, logDeviation);
                }
            };
        }
    }
}
