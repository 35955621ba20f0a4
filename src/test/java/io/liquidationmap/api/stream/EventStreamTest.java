package io.liquidationmap.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Frame EVENT = Frame.of(EventKind.PRICE, Position.START, new byte[] {'1'});

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger closings = new AtomicInteger();
    private final EventStream stream = new EventStream(3, new StreamMeters(registry), _ -> closings.incrementAndGet());

    @Test
    void client_isGivenUp_whenTooMuchWaits() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(stream.offer(EVENT)).isTrue();
        }

        assertThat(stream.offer(EVENT)).isFalse();
        assertThat(stream.offer(EVENT)).isFalse();

        assertThat(stream.next()).as("what waited is thrown away").isNull();
        assertThat(registry.counter("liquidationmap.api.stream.dropped").count())
                .isEqualTo(1);
    }

    @Test
    void beginning_mayBeLongerThanTheBacklog() throws InterruptedException {
        stream.begin(Collections.nCopies(5, EVENT));

        for (int i = 0; i < 5; i++) {
            assertThat(stream.next()).isSameAs(EVENT);
        }
        assertThat(stream.offer(EVENT)).isTrue();
    }

    @Test
    void end_endsAtOnceAndOnce() throws InterruptedException {
        stream.offer(EVENT);

        stream.end();

        assertThat(stream.next()).isNull();
        assertThat(stream.offer(EVENT)).isFalse();
        assertThat(registry.counter("liquidationmap.api.stream.dropped").count())
                .isZero();
    }

    @Test
    void close_tellsOnce() {
        stream.close();
        stream.close();

        assertThat(closings).hasValue(1);
    }

    @Test
    void events_areCountedWhenSent_andHeartbeatsAreNot() throws InterruptedException {
        stream.offer(EVENT);
        stream.offer(Frame.HEARTBEAT);
        stream.next();
        stream.next();

        assertThat(registry.counter("liquidationmap.api.stream.events").count()).isEqualTo(1);
    }
}
