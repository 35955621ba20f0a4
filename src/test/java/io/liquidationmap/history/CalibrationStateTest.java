package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationStateTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void known_isTheLatestOfThePast() {
        List<CalibrationState> states = List.of(learned(0), learned(1), learned(2));

        assertThat(CalibrationState.known(states, week(0).minusMillis(1))).isEmpty();
        assertThat(CalibrationState.known(states, week(0))).contains(states.get(0));
        assertThat(CalibrationState.known(states, week(2).minusMillis(1))).contains(states.get(1));
        assertThat(CalibrationState.known(states, week(500))).contains(states.get(2));
    }

    @Test
    void known_outlivesRefusals_forLessThanFiveWeeks() {
        List<CalibrationState> states =
                List.of(learned(0), refused(1), refused(2), transferred(3), refused(4), refused(5), refused(6));

        for (int week = 0; week < 5; week++) {
            assertThat(CalibrationState.known(states, week(week))).contains(states.get(0));
        }
        assertThat(CalibrationState.known(states, week(5))).isEmpty();
        assertThat(CalibrationState.known(states, week(6))).isEmpty();
    }

    @Test
    void known_isWhatOthersTaught_onlyWhereNothingOwnIsYoungEnough() {
        List<CalibrationState> states = List.of(transferred(0), learned(1), transferred(2), transferred(6), refused(7));

        assertThat(CalibrationState.known(states, week(0))).contains(states.get(0));
        assertThat(CalibrationState.known(states, week(2))).contains(states.get(1));
        assertThat(CalibrationState.known(states, week(6))).contains(states.get(3));
        assertThat(CalibrationState.known(states, week(7))).isEmpty();
    }

    private static CalibrationState learned(int week) {
        return new CalibrationState(week(week), 1, "p-1", "aa", "complete", null, false);
    }

    private static CalibrationState refused(int week) {
        return new CalibrationState(week(week), 1, "p-1", "aa", null, "too little", false);
    }

    private static CalibrationState transferred(int week) {
        return new CalibrationState(week(week), 1, "p-1", "aa", null, "too little", true);
    }

    private static Instant week(int week) {
        return START.plus(Duration.ofDays(7L * week));
    }
}
