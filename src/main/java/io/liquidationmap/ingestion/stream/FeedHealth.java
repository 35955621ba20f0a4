package io.liquidationmap.ingestion.stream;

import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.ingestion.OneLine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a feed is doing: for its status, for the metrics, and for the log, which hears once when it fails although its
/// venue answers, and once when it is back. Guarded by whoever owns it.
final class FeedHealth {

    private static final Logger log = LoggerFactory.getLogger(FeedHealth.class);
    private static final String PREFIX = "liquidationmap.stream.";
    private static final int QUOTED_CHARACTERS = 300;

    private final LiquidationFeed feed;
    private final String name;
    private final MeterRegistry registry;
    private final BooleanSupplier venueAnswers;
    private final Clock clock;
    private boolean told;
    private @Nullable Instant listeningSince;
    private @Nullable Instant lastMessage;
    private @Nullable Instant lastEvent;
    private long eventsStored;
    private long connections;
    private long refused;
    private @Nullable String lastRefusal;
    private @Nullable Instant lastRefusalAt;
    private @Nullable String lastError;
    private @Nullable Instant lastErrorAt;

    /// @param venueAnswers whether the venue answers otherwise; that it does not is reported elsewhere, and once
    FeedHealth(FeedPart part, MeterRegistry registry, BooleanSupplier venueAnswers, Clock clock) {
        this.feed = part.feed();
        this.name = part.name();
        this.registry = registry;
        this.venueAnswers = venueAnswers;
        this.clock = clock;
    }

    void connected() {
        connections++;
        count("connections", 1);
    }

    void listening() {
        if (listeningSince == null) {
            listeningSince = clock.instant();
            log.info("listening to the liquidations of {}", name);
            told = false;
        }
    }

    /// Something was missed.
    void interrupted() {
        listeningSince = listeningSince == null ? null : clock.instant();
    }

    void heard() {
        lastMessage = clock.instant();
    }

    void events(int number) {
        if (number > 0) {
            lastEvent = clock.instant();
        }
    }

    void stored(long number) {
        eventsStored += number;
        count("events", number);
    }

    void refused(String reason) {
        refused++;
        count("refused", 1);
        lastRefusal = OneLine.of(reason, QUOTED_CHARACTERS);
        lastRefusalAt = clock.instant();
        log.debug("{} sent what is refused: {}", name, lastRefusal);
    }

    /// The connection is lost, or was not made.
    void lost(String reason) {
        listeningSince = null;
        failed(reason);
    }

    void failed(String reason) {
        failed(reason, venueAnswers.getAsBoolean());
    }

    /// What was heard is not stored, which is no fault of the venue.
    void notStored(@Nullable String reason) {
        failed("could not be stored: " + reason, true);
    }

    private void failed(String reason, boolean isNews) {
        lastError = OneLine.of(reason, QUOTED_CHARACTERS);
        lastErrorAt = clock.instant();
        count("failures", 1);
        if (told || !isNews) {
            log.debug("the liquidations of {} still fail: {}", name, lastError);
        } else {
            log.warn("the liquidations of {} fail and are tried again: {}", name, lastError);
            told = true;
        }
    }

    FeedStatus status(int instruments) {
        return new FeedStatus(
                feed.venue(),
                name,
                feed.completeness(),
                instruments,
                listeningSince,
                lastMessage,
                lastEvent,
                eventsStored,
                connections,
                refused,
                lastRefusal,
                lastRefusalAt,
                lastError,
                lastErrorAt);
    }

    private void count(String what, long number) {
        registry.counter(PREFIX + what, "venue", feed.venue().name(), "feed", name)
                .increment((double) number);
    }
}
