package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.ingestion.FeedMonitor;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.ingestion.Reachability;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Listens to every feed there is, each on a thread of its own, as long as the service runs.
final class LiquidationStreams implements SmartLifecycle, FeedMonitor {

    private static final Logger log = LoggerFactory.getLogger(LiquidationStreams.class);

    private final List<FeedListener> listeners;
    private final StreamProperties properties;
    private final WebSocketTransport transport = new WebSocketTransport();
    private @Nullable ScheduledExecutorService threads;
    private List<? extends Future<?>> ticks = List.of();

    LiquidationStreams(
            List<LiquidationFeed> feeds,
            FollowedInstruments instruments,
            LiquidationLog liquidations,
            StreamProperties properties,
            Reachability venues,
            MeterRegistry registry,
            Clock clock) {
        this.properties = properties;
        this.listeners = feeds.stream()
                .sorted(Comparator.comparing(LiquidationFeed::name))
                .flatMap(FeedPart::of)
                .map(part -> new FeedListener(
                        part.feed(),
                        new WantedInstruments(part, instruments, clock),
                        transport,
                        liquidations,
                        new FeedHealth(
                                part,
                                registry,
                                () -> venues.isAnswering(part.feed().venue()),
                                clock),
                        new Backoff(new SplittableRandom(
                                clock.millis() ^ part.name().hashCode())),
                        clock))
                .toList();
    }

    @Override
    public List<FeedStatus> feeds() {
        return listeners.stream()
                .map(FeedListener::status)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized void start() {
        if (threads == null && !listeners.isEmpty()) {
            ScheduledExecutorService started = Executors.newScheduledThreadPool(
                    listeners.size(), Thread.ofVirtual().name("feed-", 0).factory());
            long millis = properties.tick().toMillis();
            ticks = listeners.stream()
                    .map(listener ->
                            started.scheduleWithFixedDelay(() -> tick(listener), 0, millis, TimeUnit.MILLISECONDS))
                    .toList();
            threads = started;
        }
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            ticks.forEach(tick -> tick.cancel(false));
            threads.close();
            threads = null;
            listeners.forEach(FeedListener::stop);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /// A mistake must not end the listening.
    private static void tick(FeedListener listener) {
        try {
            listener.tick();
        } catch (RuntimeException e) {
            log.error("listening failed and goes on", e);
        }
    }
}
