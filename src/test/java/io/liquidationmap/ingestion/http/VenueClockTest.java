package io.liquidationmap.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.InMemoryCooldowns;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class VenueClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.400Z");

    private final SettableClock ours = new SettableClock(NOW);
    private final VenueGate gate = new VenueGates(new SimpleMeterRegistry(), ours, new InMemoryCooldowns())
            .to(new Venue("fake"), TrafficRules.NONE);

    @Test
    void goesLikeOurs_beforeAnyAnswer() {
        assertThat(gate.clock().instant()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void isNotMoved_byAnAnswerThatAgrees(long secondsOff) throws IOException {
        answer(NOW.plusSeconds(secondsOff), Duration.ofSeconds(2));

        assertThat(gate.clock().instant()).isEqualTo(ours.instant());
    }

    @ParameterizedTest
    @CsvSource({"180,-1,0", "-180,0,1", "600,-1,0", "-600,0,1"})
    void isAheadOrBehind_asTheAnswerSays(long secondsOff, long least, long most) throws IOException {
        answer(NOW.plusSeconds(secondsOff), Duration.ZERO);

        assertThat(Duration.between(ours.instant(), gate.clock().instant()))
                .isBetween(Duration.ofSeconds(secondsOff + least), Duration.ofSeconds(secondsOff + most));
    }

    @Test
    void comesBack_whenTheVenueSetsItsClock() throws IOException {
        answer(NOW.plusSeconds(180), Duration.ZERO);
        answer(ours.instant(), Duration.ZERO);

        assertThat(Duration.between(ours.instant(), gate.clock().instant()).abs())
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void doesNotBelieve_whatIsNoClock() throws IOException {
        answer(NOW.plus(Duration.ofMinutes(16)), Duration.ZERO);
        answer(NOW.minus(Duration.ofMinutes(17)), Duration.ZERO);

        assertThat(gate.clock().instant()).isEqualTo(ours.instant());
    }

    @Test
    void learnsNothing_fromACache_orFromNonsense() throws IOException {
        MockClientHttpResponse cached = dated(NOW.minusSeconds(300));
        cached.getHeaders().set("Age", "300");
        ask(cached, Duration.ZERO);
        MockClientHttpResponse nonsense = new MockClientHttpResponse(new byte[0], HttpStatus.OK);
        nonsense.getHeaders().set("Date", "yesterday");
        ask(nonsense, Duration.ZERO);

        assertThat(gate.clock().instant()).isEqualTo(ours.instant());
    }

    private void answer(Instant date, Duration after) throws IOException {
        ask(dated(date), after);
    }

    private static MockClientHttpResponse dated(Instant date) {
        MockClientHttpResponse response = new MockClientHttpResponse(new byte[0], HttpStatus.OK);
        response.getHeaders().set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        return response;
    }

    private void ask(MockClientHttpResponse response, Duration after) throws IOException {
        gate.intercept(
                        new MockClientHttpRequest(HttpMethod.GET, URI.create("http://venue/time")),
                        new byte[0],
                        (request, body) -> {
                            ours.advance(after);
                            return response;
                        })
                .close();
    }
}
