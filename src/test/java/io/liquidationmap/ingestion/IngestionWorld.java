package io.liquidationmap.ingestion;

import io.liquidationmap.history.InMemoryBarHistory;
import io.liquidationmap.history.InMemoryUnavailableBars;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The ingestion of one fake venue into memory.
final class IngestionWorld {

    final SettableClock clock;
    final InMemoryBarHistory history;
    final InMemoryJournal journal = new InMemoryJournal();
    final InMemoryUnavailableBars unavailable = new InMemoryUnavailableBars();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final IngestionProperties properties;
    final IngestionMetrics metrics;
    final SeriesLoader loader;
    final FakeSource source;

    IngestionWorld(String now) {
        this(now, Duration.ofDays(1));
    }

    IngestionWorld(String now, Duration wantedHistory) {
        clock = new SettableClock(Instant.parse(now));
        history = new InMemoryBarHistory(clock);
        properties = new IngestionProperties(
                true,
                Duration.ofMinutes(5),
                List.of("BTC"),
                wantedHistory,
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1));
        metrics = new IngestionMetrics(registry, clock);
        loader = new SeriesLoader(history, journal, metrics, properties, clock);
        source = new FakeSource(clock);
    }

    /// What is stored of the fake venue's one instrument in `[from, to)`.
    BarSeries stored(Instant from, Instant to) {
        return history.read(FakeSource.BTC.id(), Interval.FIVE_MINUTES, from, to);
    }

    /// All that is stored of it.
    BarSeries stored() {
        return stored(Instant.EPOCH, clock.instant());
    }

    /// Whether every bar of `[from, to)` is stored just as the venue has it.
    boolean holdsAll(Instant from, Instant to) {
        BarSeries stored = stored(from, to);
        for (int i = 0; i < stored.size(); i++) {
            Bar bar = FakeSource.bar(Instant.ofEpochMilli(stored.openTimeMs(i)));
            if (!Objects.equals(bar.openInterest(), stored.openInterest(i))
                    || bar.price().close() != stored.close(i)) {
                return false;
            }
        }
        return stored.size() == Interval.FIVE_MINUTES.barsBetween(from, to);
    }

    NewestBar newestBar() {
        return new NewestBar(loader, history, metrics, properties, clock);
    }

    Backfill backfill() {
        return new Backfill(loader, journal, properties, clock);
    }

    LateFigures lateFigures() {
        return new LateFigures(loader, properties, clock);
    }

    GapRepair gapRepair(Duration reach) {
        return new GapRepair(
                "gaps", reach, Duration.ofMinutes(15), loader, history, unavailable, journal, properties, clock);
    }
}
