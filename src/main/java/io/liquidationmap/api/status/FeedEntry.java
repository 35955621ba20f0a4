package io.liquidationmap.api.status;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stream of liquidations, as this instance of the service sees it since it started.
@Schema(name = "FeedStatus")
record FeedEntry(
        @Schema(example = "bybit") String venue,

        @Schema(example = "bybit-linear", description = "Tells it from the venue's other streams.")
        String feed,

        @Schema(
                allowableValues = {"complete", "throttled"},
                description = "How much of what is liquidated it tells.")
        String completeness,

        @Schema(description = "Instruments listened to at present.")
        int instruments,

        @Schema(description = "Since when it is listened to without a gap; null if it is not at present.") @Nullable Instant listeningSince,

        @Nullable Long listeningSinceMs,

        @Schema(description = "When anything last arrived.") @Nullable Instant lastMessage,

        @Nullable Long lastMessageMs,

        @Schema(description = "When the last liquidation arrived.") @Nullable Instant lastEvent,

        @Nullable Long lastEventMs,

        @Schema(description = "Liquidations stored that were not known before.")
        long eventsStored,

        @Schema(description = "How often it was connected to.")
        long connections,

        @Schema(description = "How much of what was sent was refused: unreadable messages, impossible rows, refusals.")
        long refused,

        @Schema(description = "The reason for the last refusal.") @Nullable String lastRefusal,

        @Schema(description = "When that was.") @Nullable Instant lastRefusalAt,
        @Nullable Long lastRefusalAtMs,

        @Schema(description = "Why the connection was last lost or not made, or what was heard not stored.") @Nullable String lastError,

        @Schema(description = "When that was.") @Nullable Instant lastErrorAt,
        @Nullable Long lastErrorAtMs) {

    static final Columns<FeedEntry> COLUMNS = Columns.<FeedEntry>of("venue", FeedEntry::venue)
            .and("feed", FeedEntry::feed)
            .and("completeness", FeedEntry::completeness)
            .and("instruments", FeedEntry::instruments)
            .and("listening_since", FeedEntry::listeningSince)
            .and("last_message", FeedEntry::lastMessage)
            .and("last_event", FeedEntry::lastEvent)
            .and("events_stored", FeedEntry::eventsStored)
            .and("connections", FeedEntry::connections)
            .and("refused", FeedEntry::refused)
            .and("last_refusal", FeedEntry::lastRefusal)
            .and("last_refusal_at", FeedEntry::lastRefusalAt)
            .and("last_error", FeedEntry::lastError)
            .and("last_error_at", FeedEntry::lastErrorAt);

    static FeedEntry of(FeedStatus status) {
        return new FeedEntry(
                status.venue().name(),
                status.feed(),
                Choice.nameOf(status.completeness()),
                status.instruments(),
                status.listeningSince(),
                Millis.of(status.listeningSince()),
                status.lastMessage(),
                Millis.of(status.lastMessage()),
                status.lastEvent(),
                Millis.of(status.lastEvent()),
                status.eventsStored(),
                status.connections(),
                status.refused(),
                status.lastRefusal(),
                status.lastRefusalAt(),
                Millis.of(status.lastRefusalAt()),
                status.lastError(),
                status.lastErrorAt(),
                Millis.of(status.lastErrorAt()));
    }
}
