package io.liquidationmap.ingestion;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How fresh and how complete the ingested data is: what `/api/status` says.
public interface IngestionStatus {

    /// Every venue this instance polls, by name; empty where ingestion is switched off.
    List<VenueStatus> venues();

    /// Every series that holds bars or was ever worked on, polled or imported, by venue, symbol and interval.
    List<SeriesStatus> series();

    /// Every stream of liquidations on which this instance has something to listen to, by name; empty where that is
    /// switched off.
    List<FeedStatus> feeds();

    /// How far the census has come of each venue of which an account is known or something went wrong, by name.
    List<CensusStatus> census();

    /// One venue, as this instance of the service sees it.
    ///
    /// @param venue its name
    /// @param simulated whether its market is a simulation
    /// @param reachable whether it answered when last asked; null if it was not asked yet
    /// @param lastAnswer when it last answered properly
    /// @param lastError what was wrong when it last did not
    /// @param lastErrorAt when that was
    /// @param blockedUntil until when it wants to be left alone; null if it does not
    /// @param rowsRefused how much of what it sent, besides rows of series and messages of streams, was refused as
    ///     impossible since this instance started: rows of listings, margin tiers, positions; one that is read again and
    ///     refused again counts again
    /// @param lastRefusal what the last of them was about, and what was wrong with it; null if there was none
    /// @param lastRefusalAt when that was
    record VenueStatus(
            Venue venue,
            boolean simulated,
            @Nullable Boolean reachable,
            @Nullable Instant lastAnswer,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant blockedUntil,
            long rowsRefused,
            @Nullable String lastRefusal,
            @Nullable Instant lastRefusalAt) {}

    /// One series, as all instances of the service together have left it.
    ///
    /// @param instrument whose bars
    /// @param interval of which length
    /// @param firstBar open time of the oldest stored bar; null if none is stored
    /// @param lastBarEnd end of the newest stored bar; null if none is stored
    /// @param lag how long ago that end was, so up to one interval when all is well; null if no bar is stored
    /// @param bars how many bars are stored
    /// @param missingBars how many are missing between the oldest and the newest, without those that never were
    /// @param backfillPct share of the back-fill that is done, 0 to 100; null if none was begun
    /// @param backfillLeft estimate of the time until it is done; null if it is done or cannot be estimated yet
    /// @param lastSuccess when ingestion of the series last succeeded
    /// @param lastError why it last failed
    /// @param lastErrorAt when it last failed
    /// @param rowsRefused how many rows of the venue's were refused as impossible; one that is asked for again and
    ///     refused again counts again
    /// @param lastRefusal the reason for the last of them
    record SeriesStatus(
            InstrumentId instrument,
            Interval interval,
            @Nullable Instant firstBar,
            @Nullable Instant lastBarEnd,
            @Nullable Duration lag,
            long bars,
            long missingBars,
            @Nullable Double backfillPct,
            @Nullable Duration backfillLeft,
            @Nullable Instant lastSuccess,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            long rowsRefused,
            @Nullable String lastRefusal) {}

    /// The census of a venue that publishes positions, as all instances of the service together have left it.
    ///
    /// @param accounts known
    /// @param visited how many of them have been visited at least once
    /// @param overdue how many should have been visited by now
    /// @param lastVisit when the last of them was; null before the first
    /// @param lastError what was in its way when it last failed on this instance; null if it did not since that started
    /// @param lastErrorAt when that was
    record CensusStatus(
            Venue venue,
            long accounts,
            long visited,
            long overdue,
            @Nullable Instant lastVisit,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {}

    /// One stream of liquidations, as this instance of the service sees it since it started.
    ///
    /// @param venue whose
    /// @param feed what tells it from the venue's other streams
    /// @param completeness how much of what is liquidated it tells
    /// @param instruments how many instruments are subscribed to and confirmed at present
    /// @param listeningSince since when without interruption; null if it is not listened to at present
    /// @param lastMessage when anything last arrived
    /// @param lastEvent when the last liquidation arrived
    /// @param eventsStored liquidations stored that were not known before
    /// @param connections how often it was connected to
    /// @param refused how much of what was sent was refused: unreadable messages, impossible rows, unknown requests
    /// @param lastRefusal the reason for the last refusal
    /// @param lastRefusalAt when that was
    /// @param lastError why the connection was last lost, or not made
    /// @param lastErrorAt when that was
    record FeedStatus(
            Venue venue,
            String feed,
            Completeness completeness,
            int instruments,
            @Nullable Instant listeningSince,
            @Nullable Instant lastMessage,
            @Nullable Instant lastEvent,
            long eventsStored,
            long connections,
            long refused,
            @Nullable String lastRefusal,
            @Nullable Instant lastRefusalAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {}
}
