package io.liquidationmap.ingestion;

import static java.util.Collections.max;
import static java.util.Collections.min;

import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Loads the history wanted on first start, newest portion first so that a map is useful early. One portion at a time,
/// each kept: any instance of the service can go on where another stopped.
@Component
final class Backfill implements SeriesTask {

    private static final Logger log = LoggerFactory.getLogger(Backfill.class);

    /// Between two portions of a back-fill under way less time passes than this.
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final SeriesLoader loader;
    private final IngestionJournal journal;
    private final IngestionProperties properties;
    private final Clock clock;

    Backfill(SeriesLoader loader, IngestionJournal journal, IngestionProperties properties, Clock clock) {
        this.loader = loader;
        this.journal = journal;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "back-fill";
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        Interval interval = properties.bars();
        HistoryOffer offer = source.history(instrument, interval);
        BackfillProgress progress = resumed(source, instrument, offer);
        if (progress.isDone()) {
            return Optional.empty();
        }
        Instant to = progress.doneFrom();
        Instant from = max(List.of(progress.from(), to.minus(interval.duration().multipliedBy(offer.portionBars()))));
        loader.load(source, instrument, Job.BACKFILL, from, to);
        BackfillProgress moved = new BackfillProgress(
                instrument.id(),
                interval,
                progress.from(),
                progress.to(),
                from,
                progress.doneTo(),
                progress.startedAt(),
                clock.instant());
        journal.saveProgress(moved);
        report(moved);
        return moved.isDone() ? Optional.empty() : Optional.of(clock.instant());
    }

    private BackfillProgress resumed(MarketDataSource source, Instrument instrument, HistoryOffer offer) {
        Interval interval = properties.bars();
        Instant now = clock.instant();
        Instant closed = interval.floor(source.clock(clock).instant());
        Instant wanted = min(List.of(
                interval.ceiling(max(List.of(offer.earliest(), closed.minus(properties.history())))), closed));
        return journal.progress(instrument.id(), interval)
                .map(known -> new BackfillProgress(
                        known.instrument(),
                        known.interval(),
                        min(List.of(known.from(), wanted)),
                        known.to(),
                        known.doneFrom(),
                        known.doneTo(),
                        startWithoutPause(known, now),
                        known.updatedAt()))
                .orElseGet(() ->
                        new BackfillProgress(instrument.id(), interval, wanted, closed, closed, closed, now, now));
    }

    /// The time the service stood still is no measure of how long the rest will take.
    private static Instant startWithoutPause(BackfillProgress known, Instant now) {
        Duration idle = Duration.between(known.updatedAt(), now);
        return idle.compareTo(PAUSE) > 0 ? known.startedAt().plus(idle) : known.startedAt();
    }

    private static void report(BackfillProgress progress) {
        if (progress.isDone()) {
            log.info(
                    "back-fill of {} {} is complete from {}",
                    progress.instrument(),
                    progress.interval(),
                    progress.from());
        } else {
            log.info(
                    "back-fill of {} {}: {} %, about {} left",
                    progress.instrument(),
                    progress.interval(),
                    String.format(Locale.ROOT, "%.1f", progress.donePct()),
                    timeLeft(progress).map(Backfill::inWords).orElse("an unknown time"));
        }
    }

    /// Time until a back-fill is done if it goes on as fast as so far; empty if it is done or did not move yet.
    static Optional<Duration> timeLeft(BackfillProgress progress) {
        double done = progress.donePct() / 100;
        if (progress.isDone() || done <= 0) {
            return Optional.empty();
        }
        double spentMs =
                Duration.between(progress.startedAt(), progress.updatedAt()).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(spentMs * (1 - done) / done)));
    }

    private static String inWords(Duration duration) {
        return duration.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %d min", duration.toHours(), duration.toMinutesPart())
                : String.format(Locale.ROOT, "%d min %d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
