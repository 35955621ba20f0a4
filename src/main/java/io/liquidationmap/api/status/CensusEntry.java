package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.ingestion.IngestionStatus.CensusStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the census of a venue's positions has come, as all instances of the service together have left it, and what
/// was in the way of this one.
@Schema(name = "CensusStatus")
record CensusEntry(
        @Schema(example = "hyperliquid") String venue,
        @Schema(description = "Accounts known.") long accounts,

        @Schema(description = "How many of them have been visited at least once.")
        long visited,

        @Schema(description = "That share, percent; 0 where none is known.")
        double visitedPct,

        @Schema(description = "How many should have been visited by now.")
        long overdue,

        @Schema(description = "When the last of them was visited; null before the first.") @Nullable Instant lastVisit,

        @Nullable Long lastVisitMs,

        @Schema(description = "What was in its way when it last failed on this instance.") @Nullable String lastError,

        @Schema(description = "When that was.") @Nullable Instant lastErrorAt,
        @Nullable Long lastErrorAtMs) {

    static final Columns<CensusEntry> COLUMNS = Columns.<CensusEntry>of("venue", CensusEntry::venue)
            .and("accounts", CensusEntry::accounts)
            .and("visited", CensusEntry::visited)
            .and("visited_pct", CensusEntry::visitedPct)
            .and("overdue", CensusEntry::overdue)
            .and("last_visit", CensusEntry::lastVisit)
            .and("last_error", CensusEntry::lastError)
            .and("last_error_at", CensusEntry::lastErrorAt);

    static CensusEntry of(CensusStatus progress) {
        return new CensusEntry(
                progress.venue().name(),
                progress.accounts(),
                progress.visited(),
                progress.accounts() == 0 ? 0 : 100.0 * progress.visited() / progress.accounts(),
                progress.overdue(),
                progress.lastVisit(),
                Millis.of(progress.lastVisit()),
                progress.lastError(),
                progress.lastErrorAt(),
                Millis.of(progress.lastErrorAt()));
    }
}
