package io.liquidationmap.ingestion.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Interval;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalNamesTest {

    private final IntervalNames names =
            new IntervalNames(Map.of("5m", "5min", "15m", "15min", "1h", "1H", "4h", "4H", "1d", "1Dutc"));

    @Test
    void aLength_hasTheVenuesName_orNone() {
        assertThat(names.of(Interval.ONE_DAY)).isEqualTo("1Dutc");
        assertThatThrownBy(() -> names.of(Interval.parse("10m")))
                .isInstanceOf(VenueUnavailableException.class)
                .hasMessage("has nothing of 10m, only of [5m, 15m, 1h, 4h, 1d]");
    }

    @ParameterizedTest
    @CsvSource({"1m,5m", "5m,5m", "10m,5m", "30m,15m", "2h,1h", "6h,1h", "8h,4h", "1d,1d"})
    void theLongestWithin_endsWithEveryBar(String bar, String length) {
        assertThat(names.within(Interval.parse(bar))).isEqualTo(Interval.parse(length));
    }
}
