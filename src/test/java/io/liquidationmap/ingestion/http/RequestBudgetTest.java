package io.liquidationmap.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:45Z"));
    private final RequestBudget budget = new RequestBudget("weight", 10, Duration.ofMinutes(1), clock);

    @Test
    void take_isRefusedUntilTheNextWindow_whenTheWindowIsSpent() {
        budget.take(4);
        budget.take(6);

        assertThatExceptionOfType(VenueBusyException.class)
                .isThrownBy(() -> budget.take(1))
                .withMessage("weight is used up")
                .extracting(VenueBusyException::retryAfter)
                .isEqualTo(Duration.ofSeconds(15));

        clock.advance(Duration.ofSeconds(15));
        assertThatCode(() -> budget.take(10)).doesNotThrowAnyException();
    }

    @Test
    void take_costsNothing_whenItIsRefused() {
        budget.take(8);
        assertThatExceptionOfType(VenueBusyException.class).isThrownBy(() -> budget.take(3));

        assertThatCode(() -> budget.take(2)).doesNotThrowAnyException();
    }

    @Test
    void correct_countsWhatOthersHaveUsed_butNeverForgetsWhatWasTakenHere() {
        budget.take(3);
        budget.correct(1);
        budget.correct(9);

        assertThatExceptionOfType(VenueBusyException.class).isThrownBy(() -> budget.take(2));
        assertThatCode(() -> budget.take(1)).doesNotThrowAnyException();
    }

    @Test
    void takeLeaving_isRefused_whereTooLittleWouldRemain() {
        budget.takeLeaving(4, 6);
        assertThatExceptionOfType(VenueBusyException.class).isThrownBy(() -> budget.takeLeaving(4, 1));

        assertThatCode(() -> budget.take(4)).doesNotThrowAnyException();
    }

    @Test
    void takeIfThere_takesNothing_whereThereIsNoRoom() {
        assertThat(budget.takeIfThere(8)).isTrue();
        assertThat(budget.takeIfThere(3)).isFalse();
        assertThat(budget.takeIfThere(2)).isTrue();
    }
}
