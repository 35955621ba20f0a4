package io.liquidationmap.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPaceTest {

    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void requests_areSpacedEvenly_soThatNoWindowHoldsMoreThanAllowed() {
        RequestPace pace = new RequestPace("candles", 20, WINDOW, clock, clock::advance);
        List<Instant> turns = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pace.await();
            turns.add(clock.instant());
        }

        assertThat(turns.getFirst()).isEqualTo("2026-03-01T12:00:00Z");
        for (int i = 0; i + 20 < turns.size(); i++) {
            assertThat(Duration.between(turns.get(i), turns.get(i + 20))).isEqualTo(WINDOW);
        }
    }

    @Test
    void aRequest_doesNotWait_afterAQuietTime() {
        List<Duration> waits = new ArrayList<>();
        RequestPace pace = new RequestPace("candles", 20, WINDOW, clock, waits::add);
        pace.await();
        clock.advance(WINDOW);
        pace.await();

        assertThat(waits).containsExactly(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void aRequest_isPutOff_whenTooManyAreWaiting() {
        RequestPace pace = new RequestPace("candles", 1, Duration.ofSeconds(4), clock, wait -> {});
        for (int i = 0; i < 3; i++) {
            pace.await();
        }

        assertThatThrownBy(pace::await)
                .isInstanceOf(VenueBusyException.class)
                .hasMessage("too many candles are waiting")
                .satisfies(busy ->
                        assertThat(((VenueBusyException) busy).retryAfter()).isEqualTo(Duration.ofSeconds(12)));
    }

    @Test
    void noTurn_isGiven_whileRequestsAreHeld_notEvenToOneThatWaitsAlready() {
        List<Duration> waits = new ArrayList<>();
        List<RequestPace> paced = new ArrayList<>();
        RequestPace pace = new RequestPace("candles", 20, WINDOW, clock, wait -> {
            clock.advance(wait);
            waits.add(wait);
            if (waits.size() == 2) {
                paced.getFirst().hold(Duration.ofSeconds(5));
            }
        });
        paced.add(pace);
        pace.await();
        pace.await();
        pace.await();

        assertThat(waits)
                .containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(100));
    }

    @Test
    void anInterruptedThread_makesNoRequest_andStaysInterrupted() {
        RequestPace pace = new RequestPace("candles", 20, WINDOW, clock, wait -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(pace::await).isInstanceOf(VenueUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
