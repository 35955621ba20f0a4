package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.ingestion.stream.EventBuffer.Batch;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps listening to one feed. Whatever takes time is begun by [#tick()] and looked after by later ones, so that all
/// of it follows the clock it is given.
///
/// A connection is replaced before the venue cuts it, when other instruments are wanted, and when the venue refused
/// some: the last one ends only when all has arrived of the time before the next one listened. What both hear is stored
/// once.
final class FeedListener {

    /// How far behind what is stored as covered may be.
    private static final Duration COVERAGE_EVERY = Duration.ofSeconds(5);

    /// What lasted so long was a success.
    private static final Duration STEADY = Duration.ofMinutes(1);

    /// What a venue refused may have been listed by then.
    private static final Duration CURTAILED = Duration.ofHours(1);

    private final LiquidationFeed feed;
    private final Supplier<Set<Instrument>> wanted;
    private final Transport transport;
    private final LiquidationLog log;
    private final FeedHealth health;
    private final Backoff backoff;
    private final Clock clock;
    private final EventBuffer buffer = new EventBuffer();
    private final FeedReader reader;
    private @Nullable FeedConnection current;
    private @Nullable FeedConnection successor;
    private @Nullable FeedConnection retiring;
    private boolean idle = true;
    private Instant nextAttempt = Instant.MIN;
    private Instant coverageStoredAt = Instant.MIN;

    /// @param wanted the instruments the feed should be listened to for
    FeedListener(
            LiquidationFeed feed,
            Supplier<Set<Instrument>> wanted,
            Transport transport,
            LiquidationLog log,
            FeedHealth health,
            Backoff backoff,
            Clock clock) {
        this.feed = feed;
        this.wanted = wanted;
        this.transport = transport;
        this.log = log;
        this.health = health;
        this.backoff = backoff;
        this.clock = clock;
        this.reader = new FeedReader(feed, buffer, health);
    }

    /// Does what is due. For one thread at a time.
    void tick() {
        Set<Instrument> instruments = wanted.get();
        Batch batch;
        synchronized (this) {
            Instant now = clock.instant();
            idle = instruments.isEmpty() && current == null;
            giveUp(current, now);
            giveUp(successor, now);
            giveUp(retiring, now);
            replaceWhenReady();
            retire();
            connectWhenDue(instruments, now);
            batch = due(now);
        }
        store(batch);
    }

    /// Stops listening and stores what has arrived.
    void stop() {
        Batch batch;
        synchronized (this) {
            batch = buffer.drain(covered());
            Stream.of(current, successor, retiring).filter(Objects::nonNull).forEach(FeedConnection::end);
            current = null;
            successor = null;
            retiring = null;
        }
        store(batch);
    }

    /// How it goes; empty as long as there is nothing to listen for.
    synchronized Optional<FeedStatus> status() {
        return idle
                ? Optional.empty()
                : Optional.of(
                        health.status(current == null ? 0 : current.listened().size()));
    }

    private void giveUp(@Nullable FeedConnection connection, Instant now) {
        String complaint = connection == null ? null : connection.complaint(now);
        if (connection != null && complaint != null) {
            lost(connection, complaint);
        } else if (connection != null) {
            connection.beat(now);
        }
    }

    private void replaceWhenReady() {
        FeedConnection next = successor;
        if (next != null && retiring == null && next.isReady()) {
            retiring = current;
            current = next;
            successor = null;
            health.listening();
            if (retiring != null) {
                retiring.askForSign(clock.instant());
            }
        }
    }

    private void retire() {
        if (retiring != null && current != null && retiring.reaches(current)) {
            buffer.finish(retiring.coverage());
            retiring.end();
            retiring = null;
        }
    }

    private void connectWhenDue(Set<Instrument> instruments, Instant now) {
        if (instruments.isEmpty()) {
            return;
        }
        FeedConnection present = current;
        if (successor == null && !now.isBefore(nextAttempt) && (present == null || isDue(present, instruments, now))) {
            FeedConnection next = new FeedConnection(feed, instruments, now);
            successor = next;
            transport.connect(feed.endpoint(), new Ears(next));
        }
    }

    private boolean isDue(FeedConnection present, Set<Instrument> instruments, Instant now) {
        Duration longest = present.isCurtailed() ? CURTAILED : feed.longestConnection();
        return now.isAfter(present.begunAt().plus(longest))
                || !present.instruments().equals(instruments);
    }

    private Batch due(Instant now) {
        boolean coverageDue = !now.isBefore(coverageStoredAt.plus(COVERAGE_EVERY));
        if (buffer.isEmpty() && !coverageDue) {
            return new Batch(List.of(), List.of());
        }
        coverageStoredAt = now;
        return buffer.drain(covered());
    }

    private List<Coverage> covered() {
        return Stream.of(current, retiring)
                .filter(Objects::nonNull)
                .flatMap(connection -> connection.coverage().stream())
                .toList();
    }

    private void store(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            long added = log.append(batch.events(), batch.coverage());
            synchronized (this) {
                health.stored(added);
            }
        } catch (RuntimeException e) {
            synchronized (this) {
                health.notStored(e.getMessage());
                if (!buffer.giveBack(batch)) {
                    interrupt();
                }
            }
        }
    }

    /// Something was lost: what comes from now on is a stretch of its own.
    private void interrupt() {
        Instant now = clock.instant();
        Stream.of(current, retiring).filter(Objects::nonNull).forEach(connection -> connection.interrupted(now));
        health.interrupted();
    }

    private void lost(FeedConnection connection, String reason) {
        Instant now = clock.instant();
        buffer.finish(connection.coverage());
        connection.end();
        if (connection == retiring) {
            retiring = null;
            return;
        }
        if (now.isAfter(connection.begunAt().plus(STEADY))) {
            backoff.reset();
        }
        nextAttempt = now.plus(backoff.next());
        if (connection == current) {
            current = null;
            health.lost(reason);
        } else {
            successor = null;
            health.failed(reason);
        }
    }

    /// What comes of one connection.
    private final class Ears implements Transport.Handler {

        private final FeedConnection connection;

        Ears(FeedConnection connection) {
            this.connection = connection;
        }

        @Override
        public void opened(Transport.Socket socket) {
            synchronized (FeedListener.this) {
                if (connection.isEnded()) {
                    socket.close();
                    return;
                }
                health.connected();
                health.heard();
                connection.opened(socket, clock.instant());
                replaceWhenReady();
            }
        }

        @Override
        public void received(String text) {
            synchronized (FeedListener.this) {
                if (!connection.isEnded()) {
                    reader.read(connection, text, clock.instant());
                    replaceWhenReady();
                }
            }
        }

        @Override
        public void alive() {
            synchronized (FeedListener.this) {
                health.heard();
                connection.heard(clock.instant());
            }
        }

        @Override
        public void closed(String reason) {
            synchronized (FeedListener.this) {
                if (!connection.isEnded()) {
                    lost(connection, reason);
                }
            }
        }
    }
}
