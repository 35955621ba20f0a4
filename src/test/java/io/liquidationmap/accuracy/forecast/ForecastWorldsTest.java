package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In simulated markets, whose liquidations all come from known positions, a map must know more than the distance.
/// The first three worlds; more by `ACCURACY_WORLDS=12 ./mvnw test -Dtest=ForecastWorldsTest`.
class ForecastWorldsTest {

    private static final int DAYS = 220;

    @Test
    void uncalibratedMap_beatsTheNaiveModel_andNoControlDoes() {
        int worlds = Integer.parseInt(System.getenv().getOrDefault("ACCURACY_WORLDS", "3"));
        List<Double> skills = new ArrayList<>();
        for (int seed = 1; seed <= worlds; seed++) {
            SimulatedHistory history = SimulatedHistory.of(seed, DAYS);
            ForecastScore score = score(history, Control.MIRRORED);
            skills.add(score.skill().value());
            assertThat(score.controlSkill()).satisfies(ForecastWorldsTest::isUseless);
            assertThat(score(history, Control.SHUFFLED).controlSkill()).satisfies(ForecastWorldsTest::isUseless);
        }

        skills.sort(null);
        assertThat(skills.get(skills.size() / 2)).isPositive();
    }

    private static ForecastScore score(SimulatedHistory history, Control control) {
        return ForecastScore.of(history.forecasts(control), SimulatedHistory.FOUR_HOURS)
                .orElseThrow();
    }

    private static void isUseless(Difference skill) {
        assertThat(skill.high()).isNegative();
        assertThat(skill.value()).isBetween(skill.low(), skill.high());
    }
}
