package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// In simulated markets, whose liquidations all come from known positions, a map must know more than the distance:
/// prints for each world, in buckets of 4 h and for both sides together, the rank correlation of map and naive model,
/// their difference with its interval, that of the calibrated map, of the two controls, the part of the Tweedie deviance that map and naive
/// model explain once their sum is right, and predicted / realised.
///
/// The first three worlds; more by `ACCURACY_WORLDS=12 ./mvnw test -Dtest=ForecastWorldsTest`.
class ForecastWorldsTest {

    private static final int DAYS = 220;

    /// What the calibrated map must know beyond the distance.
    private static final double CALIBRATED_SKILL = 0.08;

    @Test
    void map_beatsTheNaiveModel_andNoControlDoes() {
        int worlds = Integer.parseInt(System.getenv().getOrDefault("ACCURACY_WORLDS", "3"));
        List<Double> skills = new ArrayList<>();
        List<Double> calibratedSkills = new ArrayList<>();
        List<Double> mirroredSkills = new ArrayList<>();
        List<Double> shuffledSkills = new ArrayList<>();
        for (int seed = 1; seed <= worlds; seed++) {
            SimulatedHistory history = SimulatedHistory.of(seed, DAYS);
            ForecastScore score = score(history, Control.MIRRORED);
            ForecastScore shuffled = score(history, Control.SHUFFLED);
            skills.add(score.skill().value());
            calibratedSkills.add(calibrated(history).skill().value());
            mirroredSkills.add(score.controlSkill().value());
            shuffledSkills.add(shuffled.controlSkill().value());
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %+.3f [%+.3f, %+.3f] | %+.3f | %+.3f | %+.3f | %.2f | %.2f | %.2f |%n",
                    seed,
                    score.map().spearman(),
                    score.naive().spearman(),
                    score.skill().value(),
                    score.skill().low(),
                    score.skill().high(),
                    calibratedSkills.getLast(),
                    score.controlSkill().value(),
                    shuffled.controlSkill().value(),
                    score.map().tweedieExplainedAtScale(),
                    score.naive().tweedieExplainedAtScale(),
                    score.map().predictedToRealised());
            assertThat(List.of(score.controlSkill(), shuffled.controlSkill()))
                    .allSatisfy(ForecastWorldsTest::isNotAboveNothing);
        }

        System.out.printf(
                Locale.ROOT,
                "median %+.3f, calibrated %+.3f, mirrored %+.3f, shuffled %+.3f%n",
                median(skills),
                median(calibratedSkills),
                median(mirroredSkills),
                median(shuffledSkills));
        assertThat(median(skills)).isPositive();
        assertThat(median(calibratedSkills)).isGreaterThanOrEqualTo(CALIBRATED_SKILL);
        assertThat(median(mirroredSkills)).isNegative();
        assertThat(median(shuffledSkills)).isNegative();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static ForecastScore calibrated(SimulatedHistory history) {
        return ForecastScore.of(
                        history.forecasts(history.calibratedMaps(), Control.MIRRORED), SimulatedHistory.FOUR_HOURS)
                .orElseThrow();
    }

    private static ForecastScore score(SimulatedHistory history, Control control) {
        return ForecastScore.of(history.forecasts(control), SimulatedHistory.FOUR_HOURS)
                .orElseThrow();
    }

    /// One that knows nothing may come near the naive model, but must not be above it for sure.
    private static void isNotAboveNothing(Difference skill) {
        assertThat(skill.low()).isNegative();
        assertThat(skill.value()).isBetween(skill.low(), skill.high());
    }
}
