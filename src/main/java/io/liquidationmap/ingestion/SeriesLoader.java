package io.liquidationmap.ingestion;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gets one stretch of one series from its venue into the history, checked and journaled: what every ingestion task
/// comes down to.
@Component
final class SeriesLoader {

    private static final Logger log = LoggerFactory.getLogger(SeriesLoader.class);

    /// How many stored bars the first or last new ones are compared with: enough to bridge a few samples without open
    /// interest.
    private static final int COMPARED_BARS = 12;

    /// How many series are stored at once: fewer than the database has connections for, so that a burst of bars leaves some
    /// to those who read.
    private static final int STORED_AT_ONCE = 6;

    private final Semaphore storing = new Semaphore(STORED_AT_ONCE, true);
    private final BarHistory history;
    private final IngestionJournal journal;
    private final IngestionMetrics metrics;
    private final IngestionProperties properties;
    private final Clock clock;

    SeriesLoader(
            BarHistory history,
            IngestionJournal journal,
            IngestionMetrics metrics,
            IngestionProperties properties,
            Clock clock) {
        this.history = history;
        this.journal = journal;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /// Loads the bars that open in `[from, to)`.
    ///
    /// @return what was stored, after the checks
    /// @throws VenueUnavailableException if the venue did not deliver; the journal then has the reason
    BarPage load(MarketDataSource source, Instrument instrument, Job job, Instant from, Instant to) {
        return load(source, instrument, job, from, to, () -> source.bars(instrument, properties.bars(), from, to));
    }

    /// Loads the bars that open in `[from, to)` as `delivery` has them from the venue.
    BarPage load(
            MarketDataSource source,
            Instrument instrument,
            Job job,
            Instant from,
            Instant to,
            Supplier<BarPage> delivery) {
        Instant startedAt = clock.instant();
        BarPage delivered;
        try {
            delivered = delivery.get();
        } catch (VenueBusyException e) {
            throw e;
        } catch (VenueUnavailableException e) {
            record(instrument, job, startedAt, 0, 0, List.of(), e.getMessage());
            metrics.failure(instrument.venue());
            throw e;
        }
        storing.acquireUninterruptibly();
        try {
            return store(source, instrument, job, startedAt, delivered, from, to);
        } finally {
            storing.release();
        }
    }

    private BarPage store(
            MarketDataSource source,
            Instrument instrument,
            Job job,
            Instant startedAt,
            BarPage delivered,
            Instant from,
            Instant to) {
        Interval interval = properties.bars();
        Duration compared = interval.duration().multipliedBy(COMPARED_BARS);
        BarSeries before = history.read(instrument.id(), interval, from.minus(compared), from);
        BarPage checked = BarCheck.check(
                delivered,
                from,
                to,
                before,
                () -> history.read(instrument.id(), interval, to, to.plus(compared)),
                instrument.contract(),
                source.clock(clock).instant());
        WriteResult written = history.write(instrument.id(), interval, checked.bars());
        long changed = written.added() + written.changed();
        record(instrument, job, startedAt, delivered.bars().size(), changed, checked.refusals(), null);
        metrics.rows(instrument.venue(), changed, checked.refusals().size());
        log.debug("{} {} [{}, {}): {}", job, instrument.id(), from, to, written);
        return checked;
    }

    private void record(
            Instrument instrument,
            Job job,
            Instant startedAt,
            long rowsRead,
            long written,
            List<MarketDataSource.Refusal> refusals,
            @Nullable String error) {
        String refusal = refusals.isEmpty()
                ? null
                : "bar of " + refusals.getLast().at() + ": "
                        + refusals.getLast().reason();
        journal.record(new Run(
                instrument.id(),
                properties.bars(),
                job,
                startedAt,
                clock.instant(),
                rowsRead,
                written,
                refusals.size(),
                refusal,
                error));
    }
}
