package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.forecast.NaiveRangeModel.Observation;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrozenNaiveModelTest {

    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final Instant BEGIN = Instant.parse("2026-01-10T04:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private int observations = 2 * 14 * 6;
    private double realisedUsd = 1e6;

    private final FrozenNaiveModel naive = new FrozenNaiveModel(BEGIN, this::past, FOUR_HOURS);

    @Test
    void model_isFitted_atTheBeginning_andAtEachMonth() {
        naive.at(BEGIN);
        naive.at(Instant.parse("2026-01-31T20:00:00Z"));
        naive.at(Instant.parse("2026-02-01T00:00:00Z"));
        naive.at(Instant.parse("2026-02-28T20:00:00Z"));
        naive.at(Instant.parse("2026-04-17T20:00:00Z"));

        assertThat(asked).containsExactly("2026-01-10T04:00:00Z", "2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z");
    }

    @Test
    void model_staysAsItIs_whateverHappensInTheMonth() {
        NaiveRangeModel before = naive.at(BEGIN).orElseThrow();
        realisedUsd = 9e6;

        assertThat(naive.at(Instant.parse("2026-01-31T20:00:00Z"))).contains(before);
        assertThat(naive.at(Instant.parse("2026-02-01T00:00:00Z")).orElseThrow().scale())
                .isGreaterThan(before.scale());
    }

    @Test
    void model_isMissing_untilTwoWeeksAreKnown() {
        observations--;

        assertThat(naive.at(BEGIN)).isEmpty();
    }

    private List<Observation> past(Instant from, Instant to) {
        asked.add(to.toString());
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofDays(180));
        return IntStream.range(0, observations)
                .mapToObj(i -> new Observation(1e9, 0.001 * (1 + i % 30), realisedUsd * (1 + i % 30)))
                .toList();
    }
}
