package io.liquidationmap.ingestion;

import static java.util.Collections.max;
import static java.util.Collections.min;

import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Completes the newest bars of venues whose limits left no time for everything when the bars ended.
@Component
final class LateFigures implements SeriesTask {

    /// Each pass reaches back over so many, so that what one did not get the next ones do.
    private static final int PASSES = 4;

    private static final int PARTS = 1000;

    /// The part of a bar in which the newest bars of all contracts are being stored.
    private static final int BEGIN = 200;

    /// The part in which contracts are completed one after the other, so that at its end the venue has time again.
    private static final int SPREAD = 600;

    private final SeriesLoader loader;
    private final IngestionProperties properties;
    private final Clock clock;

    LateFigures(SeriesLoader loader, IngestionProperties properties, Clock clock) {
        this.loader = loader;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "late-figures";
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        if (!source.isCompletedLater()) {
            return Optional.empty();
        }
        Instant begun = clock.instant();
        Interval interval = properties.bars();
        Duration every = max(List.of(properties.repairEvery(), interval.duration()));
        Instant end = interval.floor(source.clock(clock).instant().minus(properties.pollDelay()));
        Duration portion = interval.duration()
                .multipliedBy(source.history(instrument, interval).portionBars());
        Duration reach = min(List.of(every.multipliedBy(PASSES), portion));
        loader.load(source, instrument, Job.GAP_REPAIR, interval.ceiling(end.minus(reach)), end);
        // By when it began: one that ends in the next bar is not to leave out its turn there.
        return Optional.of(interval.floor(begun.plus(every)).plus(turn(instrument.id(), interval)));
    }

    /// When within a bar it is the turn of an instrument.
    private static Duration turn(InstrumentId instrument, Interval interval) {
        int part = BEGIN + Math.floorMod(instrument.hashCode(), SPREAD);
        return interval.duration().dividedBy(PARTS).multipliedBy(part);
    }
}
