package io.liquidationmap.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.method.MapMethod;
import io.liquidationmap.accuracy.method.MapMethods;
import io.liquidationmap.accuracy.run.Schedule;
import io.liquidationmap.accuracy.run.ScoreboardRun;
import io.liquidationmap.simulation.Worlds;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the map has to keep to against the known positions of simulated markets: the first six ordinary and two
/// hostile worlds; all sixteen by `ACCURACY_WORLDS=12 ./mvnw test -Dtest=MapAccuracyTest`. The whole scoreboard is a command of the
/// application.
class MapAccuracyTest {

    private static final List<String> METHODS =
            List.of("opened", "conserved", "calibrated-open-interest", "calibrated-throttled", "calibrated-complete");
    private static final List<MapMethod> MEASURED = MapMethods.all().stream()
            .filter(method -> METHODS.contains(method.name()))
            .toList();

    private static Group ordinary;
    private static Group hostile;
    private static MethodScores conserved;
    private static MethodScores opened;
    private static MethodScores complete;
    private static MethodScores openInterest;
    private static MethodScores throttled;

    @BeforeAll
    static void score() {
        int worlds = Integer.parseInt(System.getenv().getOrDefault("ACCURACY_WORLDS", "6"));
        ScoreboardRun run = new ScoreboardRun(MEASURED, Schedule.STANDARD, _ -> {});
        ordinary = run.score("ordinary", Worlds.ordinary(1, worlds));
        hostile = run.score("hostile", Worlds.hostile(13, (worlds + 2) / 3));
        conserved = ordinary.method("conserved").orElseThrow();
        opened = ordinary.method("opened").orElseThrow();
        complete = ordinary.method("calibrated-complete").orElseThrow();
        throttled = ordinary.method("calibrated-throttled").orElseThrow();
        openInterest = ordinary.method("calibrated-open-interest").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"5, 2.1", "10, 2.3", "20, 2.0"})
    void uncalibratedMap_isWithinAFactorOfTwoOrSo(int distancePct, double factor) {
        assertThat(median(conserved, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                .isGreaterThan(1)
                .isLessThanOrEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource({"5, 1.55", "10, 1.46", "20, 1.43"})
    void completeFeed_bringsAmountsWithinHalf(int distancePct, double factor) {
        assertThat(median(complete, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                .isLessThanOrEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource({"5, 1.75", "10, 1.65", "20, 1.65"})
    void fallsOfOpenInterest_bringAmountsWithinTwoThirds(int distancePct, double factor) {
        assertThat(median(openInterest, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                .isLessThanOrEqualTo(factor);
        assertThat(median(throttled, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                .isLessThanOrEqualTo(factor);
    }

    @Test
    void completeFeed_leavesLittleBias() {
        assertThat(median(complete, Metric.at(Measure.LOG_BIAS, 10))).isBetween(Math.log(0.85), Math.log(1.15));
    }

    @Test
    void completeFeed_findsClustersAndImbalance() {
        // 0.58 to the two decimals it is given in; known positions reach no more.
        assertThat(median(complete, Metric.of(Measure.CLUSTER_HIT_RATE))).isGreaterThanOrEqualTo(0.575);
        assertThat(median(complete, Metric.at(Measure.IMBALANCE_LOG_ERROR, 10))).isLessThanOrEqualTo(0.49);
        assertThat(median(complete, Metric.at(Measure.IMBALANCE_RANK_CORRELATION, 10)))
                .isGreaterThanOrEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conserved", "calibrated-open-interest", "calibrated-throttled", "calibrated-complete"})
    void bands_holdTheTruthInAboutFourCasesOfFive(String method) {
        double covered =
                ordinary.worldCount() * coverage(ordinary, method) + hostile.worldCount() * coverage(hostile, method);

        assertThat(covered / (ordinary.worldCount() + hostile.worldCount())).isBetween(0.70, 0.90);
    }

    private static double coverage(Group group, String method) {
        MethodScores scores = group.method(method).orElseThrow();
        return Measure.BAND_COVERAGE.distancesPct().stream()
                .mapToDouble(pct -> median(scores, Metric.at(Measure.BAND_COVERAGE, pct)))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 20})
    void amounts_areLessWrongThanThoseOfThePopularMap(int distancePct) {
        Metric metric = Metric.at(Measure.FACTOR_ERROR, distancePct);

        assertThat(median(conserved, metric)).isLessThan(median(opened, metric));
    }

    @Test
    void shape_isLessWrongThanThatOfThePopularMap() {
        Metric distance = Metric.of(Measure.EARTH_MOVERS_DISTANCE_PCT);
        Metric hits = Metric.of(Measure.CLUSTER_HIT_RATE);

        assertThat(median(conserved, distance)).isLessThan(median(opened, distance));
        assertThat(median(conserved, hits)).isGreaterThan(median(opened, hits));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20})
    void imbalance_isLessWrongThanThatOfThePopularMap(int distancePct) {
        Metric error = Metric.at(Measure.IMBALANCE_LOG_ERROR, distancePct);

        assertThat(median(conserved, error)).isLessThan(median(opened, error));
    }

    private static double median(MethodScores scores, Metric metric) {
        return scores.spread(metric).orElseThrow().median();
    }
}
