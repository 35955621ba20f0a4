package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.maps.Coverage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/// How much history of one instrument is behind an answer.
record CoverageEntry(
        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(example = "1h", description = "Length of the bars used.")
        String interval,

        @Schema(description = "Opening of the first bar.") Instant from,
        long fromMs,

        @Schema(description = "End of the last bar the answer uses.")
        Instant to,

        long toMs,

        @Schema(description = "Bars that a whole history of the range would have.")
        long barsExpected,

        @Schema(description = "Bars of the range that are stored with an open interest.")
        long barsPresent,

        @Schema(description = "Bars of the range with the last price in place of the mark price.")
        long lastPriceBars,

        @Schema(
                description = "How far `to` is behind asOf, or, without one, behind the last bar that should have"
                        + " closed by now; seconds.")
        long lagSeconds,

        @Schema(description = "Whether that is so far that this part of the answer is of another time.")
        boolean stale,

        @Schema(description = "Whether so little history lies before the end that many positions are unexplained.")
        boolean warmingUp,

        @Schema(description = "Whether open interest is missing for more than a day on end.")
        boolean degraded,

        @Schema(
                description = "What the leverage distribution was learned from.",
                allowableValues = {"complete", "throttled", "open-interest", "none"})
        String calibration,

        @Schema(
                example = "built-in table of Binance tiers",
                description = "Where the margin tiers come from that the distances of its levels rest on: those known"
                        + " when it was calibrated, or at asOf if it was not. Where the venue's own are unknown it"
                        + " begins with `assumed`: tiers typical of large contracts take their place.")
        String tiersSource,

        @Schema(example = "2026-06-18", description = "Day on which those tiers held.")
        LocalDate tiersAsOf) {

    static final Columns<CoverageEntry> COLUMNS = Columns.<CoverageEntry>of("venue", CoverageEntry::venue)
            .and("instrument", CoverageEntry::instrument)
            .and("interval", CoverageEntry::interval)
            .and("from", CoverageEntry::from)
            .and("to", CoverageEntry::to)
            .and("bars_expected", CoverageEntry::barsExpected)
            .and("bars_present", CoverageEntry::barsPresent)
            .and("last_price_bars", CoverageEntry::lastPriceBars)
            .and("lag_seconds", CoverageEntry::lagSeconds)
            .and("stale", CoverageEntry::stale)
            .and("warming_up", CoverageEntry::warmingUp)
            .and("degraded", CoverageEntry::degraded)
            .and("calibration", CoverageEntry::calibration)
            .and("tiers_source", CoverageEntry::tiersSource)
            .and("tiers_as_of", CoverageEntry::tiersAsOf);

    static CoverageEntry of(Coverage coverage) {
        return new CoverageEntry(
                coverage.instrument().venue().name(),
                coverage.instrument().symbol(),
                coverage.interval().toString(),
                coverage.from(),
                coverage.from().toEpochMilli(),
                coverage.to(),
                coverage.to().toEpochMilli(),
                coverage.barsExpected(),
                coverage.barsPresent(),
                coverage.lastPriceBars(),
                coverage.lagSeconds(),
                coverage.stale(),
                coverage.warmingUp(),
                coverage.degraded(),
                coverage.calibration(),
                coverage.tiersSource(),
                coverage.tiersAsOf());
    }
}
