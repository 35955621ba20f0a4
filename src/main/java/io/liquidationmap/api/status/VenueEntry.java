package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.ingestion.IngestionStatus.VenueStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One venue, as this instance of the service sees it.
@Schema(name = "VenueStatus")
record VenueEntry(
        @Schema(example = "binance") String venue,

        @Schema(description = "Whether its market is a simulation.")
        boolean simulated,

        @Schema(description = "Whether it answered when last asked; null if it was not asked yet.") @Nullable Boolean reachable,

        @Schema(description = "When it last answered properly; null if it never did.") @Nullable Instant lastAnswer,

        @Nullable Long lastAnswerMs,

        @Schema(description = "What was wrong when it last did not.") @Nullable String lastError,

        @Schema(description = "When that was.") @Nullable Instant lastErrorAt,
        @Nullable Long lastErrorAtMs,

        @Schema(description = "Until when it wants to be left alone; null if it does not.") @Nullable Instant blockedUntil,

        @Nullable Long blockedUntilMs,

        @Schema(
                description =
                        "How much of what it sent was refused as impossible since this instance started, besides rows"
                                + " of series and messages of streams, which are counted with these: rows of its listing, open"
                                + " interest of all its contracts, margin tiers, positions and accounts. What is read again and"
                                + " refused again counts again.")
        long rowsRefused,

        @Schema(
                description = "What the last of them was about, and why it was refused; null if there was none.",
                example = "listing of XYZUSDT: base must be 1 to 24 upper-case letters or digits")
        @Nullable String lastRefusal,

        @Schema(description = "When that was.") @Nullable Instant lastRefusalAt,
        @Nullable Long lastRefusalAtMs) {

    static final Columns<VenueEntry> COLUMNS = Columns.<VenueEntry>of("venue", VenueEntry::venue)
            .and("simulated", VenueEntry::simulated)
            .and("reachable", VenueEntry::reachable)
            .and("last_answer", VenueEntry::lastAnswer)
            .and("last_error", VenueEntry::lastError)
            .and("last_error_at", VenueEntry::lastErrorAt)
            .and("blocked_until", VenueEntry::blockedUntil);

    static VenueEntry of(VenueStatus status) {
        return new VenueEntry(
                status.venue().name(),
                status.simulated(),
                status.reachable(),
                status.lastAnswer(),
                Millis.of(status.lastAnswer()),
                status.lastError(),
                status.lastErrorAt(),
                Millis.of(status.lastErrorAt()),
                status.blockedUntil(),
                Millis.of(status.blockedUntil()),
                status.rowsRefused(),
                status.lastRefusal(),
                status.lastRefusalAt(),
                Millis.of(status.lastRefusalAt()));
    }
}
