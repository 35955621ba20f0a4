package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One series, as all instances of the service together have left it.
@Schema(name = "SeriesStatus")
record SeriesEntry(
        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(example = "1h", description = "Length of its bars.")
        String interval,

        @Schema(description = "Opening of the oldest stored bar; null if none is stored.") @Nullable Instant firstBar,

        @Nullable Long firstBarMs,

        @Schema(description = "End of the newest stored bar; null if none is stored.") @Nullable Instant lastBar,

        @Nullable Long lastBarMs,

        @Schema(
                description = "How long ago that was, seconds: up to one interval when all is well; null if no bar is"
                        + " stored.")
        @Nullable Long lagSeconds,

        @Schema(description = "Bars stored.") long bars,

        @Schema(description = "Bars missing between the oldest and the newest.")
        long missingBars,

        @Schema(description = "Share of the back-fill that is done, percent; null if none was begun.") @Nullable Double backfillPct,

        @Schema(
                description = "Estimate of the time until it is done, seconds; null if it is done, or cannot be"
                        + " estimated yet.")
        @Nullable Long backfillSecondsLeft,

        @Schema(description = "When ingestion of the series last succeeded.") @Nullable Instant lastSuccess,

        @Nullable Long lastSuccessMs,

        @Schema(description = "Why it last failed; null if it never did.") @Nullable String lastError,

        @Schema(description = "When it last failed.") @Nullable Instant lastErrorAt,

        @Nullable Long lastErrorAtMs,

        @Schema(description = "Rows of the venue's that were refused as impossible.")
        long rowsRefused,

        @Schema(description = "The reason for the last of them.") @Nullable String lastRefusal) {

    static final List<String> COLUMNS = List.of(
            "venue",
            "instrument",
            "interval",
            "first_bar",
            "last_bar",
            "lag_seconds",
            "bars",
            "missing_bars",
            "backfill_pct",
            "backfill_seconds_left",
            "last_success",
            "last_error",
            "last_error_at",
            "rows_refused",
            "last_refusal");

    static SeriesEntry of(SeriesStatus status) {
        return new SeriesEntry(
                status.instrument().venue().name(),
                status.instrument().symbol(),
                status.interval().toString(),
                status.firstBar(),
                Millis.of(status.firstBar()),
                status.lastBarEnd(),
                Millis.of(status.lastBarEnd()),
                seconds(status.lag()),
                status.bars(),
                status.missingBars(),
                status.backfillPct(),
                seconds(status.backfillLeft()),
                status.lastSuccess(),
                Millis.of(status.lastSuccess()),
                status.lastError(),
                status.lastErrorAt(),
                Millis.of(status.lastErrorAt()),
                status.rowsRefused(),
                status.lastRefusal());
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        return Arrays.asList(
                venue,
                instrument,
                interval,
                firstBar,
                lastBar,
                lagSeconds,
                bars,
                missingBars,
                backfillPct,
                backfillSecondsLeft,
                lastSuccess,
                lastError,
                lastErrorAt,
                rowsRefused,
                lastRefusal);
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
