package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.ingestion.IngestionStatus.CensusStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the census of a venue's positions has come, as all instances of the service together have left it.
@Schema(name = "CensusStatus")
record CensusEntry(
        @Schema(example = "hyperliquid") String venue,
        @Schema(description = "Accounts known.") long accounts,

        @Schema(description = "How many of them have been visited at least once.")
        long visited,

        @Schema(description = "That share, percent.") double visitedPct,

        @Schema(description = "How many should have been visited by now.")
        long overdue,

        @Schema(description = "When the last of them was visited; null before the first.") @Nullable Instant lastVisit,

        @Nullable Long lastVisitMs) {

    static CensusEntry of(CensusStatus progress) {
        return new CensusEntry(
                progress.venue().name(),
                progress.accounts(),
                progress.visited(),
                100.0 * progress.visited() / progress.accounts(),
                progress.overdue(),
                progress.lastVisit(),
                Millis.of(progress.lastVisit()));
    }
}
