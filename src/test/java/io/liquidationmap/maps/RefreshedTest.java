package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefreshedTest {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger stored = new AtomicInteger();

    @Test
    void value_isLookedUpAgain_whenItIsOld() {
        Refreshed<Integer> refreshed = new Refreshed<>(AGE, stored::incrementAndGet, nanos::get);

        assertThat(refreshed.get()).isEqualTo(1);
        pass(AGE.minusNanos(1));
        assertThat(refreshed.get()).isEqualTo(1);
        pass(Duration.ofNanos(1));
        assertThat(refreshed.get()).isEqualTo(2);
    }

    @Test
    void value_isLookedUpEveryTime_whenItIsAlwaysOld() {
        Refreshed<Integer> refreshed = new Refreshed<>(Duration.ZERO, stored::incrementAndGet, nanos::get);

        assertThat(refreshed.get()).isEqualTo(1);
        assertThat(refreshed.get()).isEqualTo(2);
    }

    @Test
    void others_goOnWithWhatIsKnown_whileTheStoreIsSlow() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Refreshed<Integer> refreshed = new Refreshed<>(AGE, () -> slow(asked, answer), nanos::get);
        refreshed.get();
        pass(AGE);

        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> waiting = other.submit(refreshed::get);
            asked.await();

            assertThat(refreshed.get()).isEqualTo(1);

            answer.countDown();
            assertThat(waiting.get()).isEqualTo(2);
        }
        assertThat(refreshed.get()).isEqualTo(2);
    }

    @Test
    void value_thatIsMuchTooOld_isNotUsed() {
        Refreshed<Integer> refreshed = new Refreshed<>(AGE, this::onlyOnce, nanos::get);
        refreshed.get();
        pass(AGE);

        assertThatIllegalStateException().isThrownBy(refreshed::get);
        pass(Duration.ofMinutes(1));
        assertThatIllegalStateException().isThrownBy(refreshed::get);
    }

    private Integer slow(CountDownLatch asked, CountDownLatch answer) {
        int value = stored.incrementAndGet();
        if (value > 1) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return value;
    }

    private Integer onlyOnce() {
        if (stored.incrementAndGet() > 1) {
            throw new IllegalStateException("the store is down");
        }
        return 1;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
