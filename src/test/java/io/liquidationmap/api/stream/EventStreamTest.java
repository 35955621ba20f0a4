package io.liquidationmap.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collections;
import java.util.List;
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
            assertThat(stream.offer(List.of(EVENT))).isTrue();
        }

        assertThat(stream.offer(List.of(EVENT))).isFalse();
        assertThat(stream.offer(List.of(EVENT))).isFalse();

        assertThat(stream.next()).as("what waited is thrown away").isNull();
        assertThat(registry.counter("liquidationmap.api.stream.dropped").count())
                .isEqualTo(1);
    }

    @Test
    void beginning_mayBeLongerThanTheBacklog() throws InterruptedException {
        stream.begin(Collections.nCopies(5, EVENT));

        for (int i = 0; i < 3; i++) {
            assertThat(stream.offer(List.of(EVENT))).as("not counted").isTrue();
        }
        for (int i = 0; i < 8; i++) {
            assertThat(stream.next()).isSameAs(EVENT);
        }
        assertThat(stream.isDrained()).isTrue();
    }

    @Test
    void whatComesTogether_isTakenWhole() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(stream.offer(Collections.nCopies(500, EVENT))).isTrue();
        }

        assertThat(stream.next()).isSameAs(EVENT);
        assertThat(stream.offer(List.of(EVENT))).as("one is being sent").isTrue();
        for (int i = 0; i < 3 * 500; i++) {
            assertThat(stream.next()).isSameAs(EVENT);
        }
        assertThat(stream.isDrained()).isTrue();
    }

    @Test
    void client_isGivenUp_whenTooManyWait_inHoweverFewOffers() throws InterruptedException {
        assertThat(stream.offer(List.of(EVENT))).isTrue();
        assertThat(stream.offer(Collections.nCopies(EventStream.MOST_FRAMES, EVENT)))
                .isTrue();

        assertThat(stream.offer(List.of(EVENT))).isFalse();
        assertThat(stream.next()).isNull();
    }

    @Test
    void end_alsoEndsWhatIsBeingSent() throws InterruptedException {
        stream.begin(Collections.nCopies(5, EVENT));
        stream.next();

        stream.end();

        assertThat(stream.next()).isNull();
    }

    @Test
    void end_endsAtOnceAndOnce() throws InterruptedException {
        stream.offer(List.of(EVENT));

        stream.end();

        assertThat(stream.next()).isNull();
        assertThat(stream.offer(List.of(EVENT))).isFalse();
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
        stream.offer(List.of(EVENT));
        stream.offer(List.of(Frame.HEARTBEAT));
        stream.next();
        stream.next();

        assertThat(registry.counter("liquidationmap.api.stream.events").count()).isEqualTo(1);
    }
}
