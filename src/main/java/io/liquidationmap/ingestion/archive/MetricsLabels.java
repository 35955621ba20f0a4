package io.liquidationmap.ingestion.archive;

import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/// How the archive's positioning statistics ("metrics") are dated: one row for every five minutes, whose label has meant
/// their end and now means their beginning. What a row says always holds for the end.
public final class MetricsLabels {

    private static final DateTimeFormatter CREATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Interval PERIOD = Interval.FIVE_MINUTES;

    /// The file of this day is the first whose rows are labelled with the beginning of their five minutes; before, the
    /// label was the end (github.com/binance/binance-public-data/issues/491, read 2026-11-22).
    private static final LocalDate LABELLED_BY_BEGINNING_SINCE = LocalDate.of(2026, 6, 25);

    /// A label may be a few seconds off the five minutes it means.
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private MetricsLabels() {}

    /// Reads a label, `yyyy-MM-dd HH:mm:ss` in UTC, as the full five minutes it means.
    ///
    /// @throws IllegalArgumentException if it means none
    /// @throws java.time.format.DateTimeParseException if it has another form
    public static Instant parse(String createTime) {
        Instant label = LocalDateTime.parse(createTime, CREATE_TIME).toInstant(ZoneOffset.UTC);
        Instant nearest = PERIOD.floor(label.plus(PERIOD.duration().dividedBy(2)));
        if (Duration.between(label, nearest).abs().compareTo(TOLERANCE) > 0) {
            throw new IllegalArgumentException(label + " is not at the end of five minutes");
        }
        return nearest;
    }

    /// How long after its label each row of a file holds.
    ///
    /// @param labels those of all rows of one file
    public static Duration lag(Collection<Instant> labels) {
        // Under either rule the earliest label lies on the day the file is of.
        return labels.stream()
                .min(Instant::compareTo)
                .filter(earliest ->
                        !earliest.atOffset(ZoneOffset.UTC).toLocalDate().isBefore(LABELLED_BY_BEGINNING_SINCE))
                .map(_ -> PERIOD.duration())
                .orElse(Duration.ZERO);
    }
}
