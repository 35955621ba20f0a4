package io.liquidationmap.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
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

/// What the map has to keep to against the known positions of simulated markets: the first three worlds; all twelve
/// ordinary ones by `ACCURACY_WORLDS=12 ./mvnw test -Dtest=MapAccuracyTest`. The whole scoreboard is a command of the
/// application.
class MapAccuracyTest {

    private static MethodScores conserved;
    private static MethodScores opened;

    @BeforeAll
    static void score() {
        int worlds = Integer.parseInt(System.getenv().getOrDefault("ACCURACY_WORLDS", "3"));
        Group group = new ScoreboardRun(
                        List.of(MapMethods.conserved(), MapMethods.opened()), Schedule.STANDARD, _ -> {})
                .score("ordinary", Worlds.ordinary(1, worlds));
        conserved = group.method("conserved").orElseThrow();
        opened = group.method("opened").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"5, 2.1", "10, 2.3", "20, 2.0"})
    void uncalibratedMap_isWithinAFactorOfTwoOrSo(int distancePct, double factor) {
        assertThat(median(conserved, Metric.at(Measure.FACTOR_ERROR, distancePct)))
                .isGreaterThan(1)
                .isLessThanOrEqualTo(factor);
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
