package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One connection to a feed: what was asked for on it, since when what of it is listened to, and when it was last heard
/// of. Guarded by whoever owns it.
final class FeedConnection {

    /// How long a venue may take to connect, and then to confirm what it was asked for.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LiquidationFeed feed;
    private final Set<Instrument> instruments;
    private final Map<String, Subscription> unconfirmed = new HashMap<>();
    private final Map<InstrumentId, Instant> listenedSince = new HashMap<>();
    private final Instant begunAt;
    private Transport.@Nullable Socket socket;
    private Instant lastSign;
    private Instant lastBeat;
    private boolean curtailed;
    private boolean ended;

    /// A connection about to be made.
    ///
    /// @param instruments what is to be listened to; at least one
    FeedConnection(LiquidationFeed feed, Set<Instrument> instruments, Instant now) {
        this.feed = feed;
        this.instruments = Set.copyOf(instruments);
        begunAt = now;
        lastSign = now;
        lastBeat = now;
    }

    Set<Instrument> instruments() {
        return instruments;
    }

    Instant begunAt() {
        return begunAt;
    }

    /// Asks for everything on the connection that was made.
    void opened(Transport.Socket opened, Instant now) {
        socket = opened;
        lastSign = now;
        lastBeat = now;
        for (Subscription subscription :
                feed.subscriptions(instruments.stream().sorted().toList())) {
            unconfirmed.put(subscription.id(), subscription);
            if (subscription.request() == null) {
                accepted(subscription.id(), now);
            } else {
                opened.send(subscription.request());
            }
        }
    }

    void accepted(String subscription, Instant now) {
        Subscription confirmed = unconfirmed.remove(subscription);
        if (confirmed != null) {
            confirmed.instruments().forEach(instrument -> listenedSince.put(instrument, now));
        }
    }

    void rejected(String subscription) {
        if (unconfirmed.remove(subscription) != null) {
            curtailed = true;
        }
    }

    void heard(Instant now) {
        lastSign = now;
    }

    /// Whether all that was asked for is answered, and some of it confirmed.
    boolean isReady() {
        return socket != null && unconfirmed.isEmpty() && !listenedSince.isEmpty();
    }

    /// Whether it does not listen to everything it should.
    boolean isCurtailed() {
        return curtailed;
    }

    /// What is listened to at present.
    Set<InstrumentId> listened() {
        return Set.copyOf(listenedSince.keySet());
    }

    /// What all has arrived of: until the last sign of life, less the time in which something may still be under way.
    /// Nothing if the feed covers nothing.
    List<Coverage> coverage() {
        if (!feed.covers()) {
            return List.of();
        }
        Instant until = coveredUntil();
        List<Coverage> stretches = new ArrayList<>();
        listenedSince.forEach((instrument, since) -> {
            if (until.isAfter(since)) {
                stretches.add(new Coverage(instrument, since, until, feed.completeness()));
            }
        });
        return stretches;
    }

    /// Whether all has arrived of the time before `next` listened to everything.
    boolean reaches(FeedConnection next) {
        return next.listenedSince.values().stream().noneMatch(since -> since.isAfter(coveredUntil()));
    }

    private Instant coveredUntil() {
        return lastSign.minus(feed.publicationDelay());
    }

    /// Something that arrived after the last sign of life is lost: what was covered ends there and begins anew.
    ///
    /// @return what was covered
    List<Coverage> interrupted(Instant now) {
        List<Coverage> until = coverage();
        listenedSince.replaceAll((_, _) -> now);
        return until;
    }

    /// Why it is to be given up; null if it is not. Gives up waiting for what is not confirmed as long as something is.
    @Nullable String complaint(Instant now) {
        if (socket == null) {
            return now.isAfter(begunAt.plus(PATIENCE)) ? "did not connect" : null;
        }
        if (!unconfirmed.isEmpty() && now.isAfter(begunAt.plus(PATIENCE.multipliedBy(2)))) {
            curtailed = true;
            unconfirmed.clear();
        }
        if (unconfirmed.isEmpty() && listenedSince.isEmpty()) {
            return "confirmed no subscription";
        }
        Duration silence = Duration.between(lastSign, now);
        return silence.compareTo(feed.heartbeat().silence()) > 0
                ? "was silent for " + silence.toSeconds() + " s"
                : null;
    }

    /// Sends a ping if one is due.
    void beat(Instant now) {
        Heartbeat heartbeat = feed.heartbeat();
        if (socket == null || now.isBefore(lastBeat.plus(heartbeat.every()))) {
            return;
        }
        lastBeat = now;
        if (heartbeat.ping() == null) {
            socket.ping();
        } else {
            socket.send(heartbeat.ping());
        }
    }

    /// Makes a ping due as soon as its answer means that all has arrived until now.
    void askForSign(Instant now) {
        lastBeat = now.plus(feed.publicationDelay()).minus(feed.heartbeat().every());
    }

    /// Whether it was given up.
    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public String toString() {
        return feed.name() + " "
                + instruments.stream().map(Instrument::symbol).sorted().collect(Collectors.toList());
    }
}
