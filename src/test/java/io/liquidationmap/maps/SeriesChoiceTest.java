package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesChoiceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Range MONTH = Range.ofDays(30);

    @Test
    void prefersShortBars_whereBothCoverTheRange() {
        SeriesState hours = series(Interval.ONE_HOUR, 400, 0);
        SeriesState minutes = series(Interval.FIVE_MINUTES, 40, 0);

        assertThat(SeriesChoice.of(List.of(hours, minutes), MONTH, NOW)).contains(minutes);
    }

    @Test
    void prefersTheLongerHistory_whereShortBarsCoverLess() {
        SeriesState hours = series(Interval.ONE_HOUR, 400, 0);
        SeriesState minutes = series(Interval.FIVE_MINUTES, 10, 0);

        assertThat(SeriesChoice.of(List.of(hours, minutes), MONTH, NOW)).contains(hours);
    }

    @Test
    void prefersTheFreshSeries_toOneThatEndedLongAgo() {
        SeriesState ended = series(Interval.ONE_HOUR, 400, 90);
        SeriesState live = series(Interval.FIVE_MINUTES, 2, 0);

        assertThat(SeriesChoice.of(List.of(ended, live), MONTH, NOW)).contains(live);
    }

    @Test
    void ignoresSeriesThatBeganLater() {
        SeriesState later = series(Interval.ONE_HOUR, 10, 0);

        assertThat(SeriesChoice.of(List.of(later), MONTH, NOW.minus(Duration.ofDays(11))))
                .isEmpty();
    }

    private static SeriesState series(Interval interval, int fromDaysAgo, int toDaysAgo) {
        return new SeriesState(
                InstrumentId.of("alpha", "BTCUSDT"),
                interval,
                NOW.minus(Duration.ofDays(fromDaysAgo)),
                NOW.minus(Duration.ofDays(toDaysAgo)),
                1,
                1,
                NOW);
    }
}
