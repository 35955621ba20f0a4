package io.liquidationmap.api.realised;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.maps.Realised;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// What is known of one instrument.
record RealisedCoverageEntry(
        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(
                allowableValues = {"complete", "throttled", "none"},
                description = "The lowest of all steps of which something is known.")
        String completeness,

        @Schema(description = "The stretches of which nothing is known, ascending.")
        List<Gap> gaps) {

    static final Columns<RealisedCoverageEntry> COLUMNS = Columns.<RealisedCoverageEntry>of(
                    "venue", RealisedCoverageEntry::venue)
            .and("instrument", RealisedCoverageEntry::instrument)
            .and("completeness", RealisedCoverageEntry::completeness)
            .and("gaps", entry -> entry.gaps.size());

    static RealisedCoverageEntry of(Realised.Observation observation) {
        return new RealisedCoverageEntry(
                observation.instrument().venue().name(),
                observation.instrument().symbol(),
                Choice.nameOf(observation.completeness()),
                observation.gaps().stream().map(Gap::of).toList());
    }

    /// A stretch of which nothing is known.
    @Schema(name = "RealisedGap")
    record Gap(Instant from, long fromMs, Instant to, long toMs) {

        static Gap of(Realised.Stretch stretch) {
            return new Gap(
                    stretch.from(),
                    stretch.from().toEpochMilli(),
                    stretch.to(),
                    stretch.to().toEpochMilli());
        }
    }
}
