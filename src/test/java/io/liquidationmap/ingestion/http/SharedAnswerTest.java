package io.liquidationmap.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.SharedAnswer.Told;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void get_sharesAnAnswer_whileItIsKept() {
        SharedAnswer<Integer> answer = counting();

        assertThat(answer.get()).isEqualTo(new Told<>(NOON, 1));
        clock.advance(Duration.ofSeconds(10));
        assertThat(answer.get()).isEqualTo(new Told<>(NOON, 1));
        clock.advance(Duration.ofMillis(1));
        assertThat(answer.get()).isEqualTo(new Told<>(NOON.plusMillis(10_001), 2));
    }

    @Test
    void get_doesNotShareAnAnswer_fromBeforeAFullMinute() {
        clock.set(NOON.minusMillis(1));
        SharedAnswer<Integer> answer = counting();
        answer.get();

        clock.set(NOON);

        assertThat(answer.get()).isEqualTo(new Told<>(NOON, 2));
    }

    @Test
    void get_asksAgain_afterAFailure() {
        SharedAnswer<Integer> answer = new SharedAnswer<>(
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new VenueUnavailableException("no route", null, null);
                    }
                    return asked.get();
                },
                Duration.ofSeconds(10),
                clock);

        assertThatThrownBy(answer::get).isInstanceOf(VenueUnavailableException.class);
        assertThat(answer.get().answer()).isEqualTo(2);
    }

    @Test
    void get_waitsForOneRequest_whoeverAsks() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        SharedAnswer<Integer> answer = new SharedAnswer<>(
                () -> {
                    underWay.countDown();
                    try {
                        answered.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return asked.incrementAndGet();
                },
                Duration.ofSeconds(10),
                clock);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Told<Integer>>> callers = new ArrayList<>();
            callers.add(threads.submit(answer::get));
            underWay.await();
            for (int i = 0; i < 20; i++) {
                callers.add(threads.submit(answer::get));
            }
            answered.countDown();
            for (Future<Told<Integer>> caller : callers) {
                assertThat(caller.get().answer()).isEqualTo(1);
            }
        }
    }

    private SharedAnswer<Integer> counting() {
        return new SharedAnswer<>(asked::incrementAndGet, Duration.ofSeconds(10), clock);
    }
}
