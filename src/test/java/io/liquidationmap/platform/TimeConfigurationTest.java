package io.liquidationmap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeConfigurationTest {

    /// Answers give instants as text and as milliseconds, and questions may not be finer.
    @Test
    void time_isToldToTheMillisecond() {
        Clock clock = new TimeConfiguration().clock();

        Stream<Instant> instants = Stream.generate(clock::instant).limit(1_000);

        assertThat(instants).allMatch(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MILLIS)));
    }
}
