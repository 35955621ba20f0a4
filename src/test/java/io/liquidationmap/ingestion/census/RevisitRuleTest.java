package io.liquidationmap.ingestion.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisitRuleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"1e9,PT10M", "1e6,PT15M", "250000,PT30M", "62500,PT1H", "1,PT6H", "1e-9,PT6H"})
    void theMoreAnAccountHolds_theSoonerItIsVisited(double heldUsd, Duration expected) {
        assertThat(RevisitRule.after(heldUsd, HOUR)).isEqualTo(expected);
        assertThat(RevisitRule.ofNew(heldUsd)).isEqualTo(expected);
    }

    @Test
    void anAccountThatHoldsNothing_isVisitedEverMoreSeldom() {
        assertThat(RevisitRule.after(0, HOUR)).isEqualTo(HOUR.multipliedBy(6));
        assertThat(RevisitRule.after(0, HOUR.multipliedBy(6))).isEqualTo(HOUR.multipliedBy(12));
        assertThat(RevisitRule.after(0, Duration.ofDays(6))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void anAccountOfUnknownWorth_isVisitedWithinTheHour() {
        assertThat(RevisitRule.ofNew(null)).isEqualTo(HOUR);
        assertThat(RevisitRule.ofNew(Double.NaN)).isEqualTo(HOUR);
        assertThat(RevisitRule.ofNew(-5.0)).isEqualTo(HOUR.multipliedBy(6));
    }
}
