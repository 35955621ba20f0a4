package io.liquidationmap.ingestion;

import static java.util.Collections.max;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stores each bar shortly after it has ended, together with all that ended since the last stored one.
@Component
final class NewestBar implements SeriesTask {

    private static final Logger log = LoggerFactory.getLogger(NewestBar.class);

    /// How many bars are asked for again: venues publish open interest late and correct the last candles.
    private static final int REVISITED_BARS = 2;

    /// A bar the venue has not published yet is asked for again after this time, then after as long as it has been late,
    /// until half of the next has passed.
    private static final Duration SOONEST_AGAIN = Duration.ofSeconds(2);

    /// Open interest sampled at most this long after the end of a bar stands for that end.
    private static final Duration STILL_THE_END = Duration.ofSeconds(15);

    /// Short enough not to matter, long enough to tell coins apart.
    private static final int TURNS_MS = 200;

    private final SeriesLoader loader;
    private final BarHistory history;
    private final IngestionMetrics metrics;
    private final IngestionProperties properties;
    private final Clock clock;

    /// The last sample of each instrument, kept in case its bar is only to be had later.
    private final Map<InstrumentId, OpenInterest> samples = new ConcurrentHashMap<>();

    NewestBar(
            SeriesLoader loader,
            BarHistory history,
            IngestionMetrics metrics,
            IngestionProperties properties,
            Clock clock) {
        this.loader = loader;
        this.history = history;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "newest-bar";
    }

    @Override
    public boolean canWait() {
        return false;
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        Interval interval = properties.bars();
        Instant end = interval.floor(venueTime(source).minus(properties.pollDelay()));
        if (source.isCompletedLater() || source.history(instrument, interval).openInterestFrom() == null) {
            sampleInTime(source, instrument, end);
        }
        Instant begin = begin(source, instrument, end);
        BarPage page = loader.load(
                source,
                instrument,
                Job.NEWEST_BAR,
                begin,
                end,
                () -> completed(delivered(source, instrument, begin, end), source, instrument, end));
        lastBarEnd(page, instrument).ifPresent(last -> metrics.lastBarEnd(instrument, last));
        Instant now = venueTime(source);
        boolean awaited = isMissing(page, end, interval)
                && now.isBefore(end.plus(interval.duration().dividedBy(2)));
        Instant next = awaited
                ? now.plus(max(List.of(SOONEST_AGAIN, Duration.between(end, now))))
                : end.plus(interval.duration()).plus(properties.pollDelay()).plus(turn(instrument));
        return Optional.of(clock.instant().plus(Duration.between(now, next)));
    }

    private Optional<Instant> lastBarEnd(BarPage page, Instrument instrument) {
        Interval interval = properties.bars();
        return page.bars().isEmpty()
                ? history.series(instrument.id(), interval).map(SeriesState::to)
                : Optional.of(page.bars().getLast().openTime().plus(interval.duration()));
    }

    /// Coins are asked for in the same order at all venues: where many of them wait for their turn within a venue's limits,
    /// one coin after the other is complete then, and not all of them at the end.
    private static Duration turn(Instrument instrument) {
        return Duration.ofMillis(Math.floorMod(instrument.base().hashCode(), TURNS_MS));
    }

    /// Bars end by the venue's clock, whatever ours says.
    private Instant venueTime(MarketDataSource source) {
        return source.clock(clock).instant();
    }

    /// Where to begin: at the last stored bar, but no further back than the venue gives at once. What is missing
    /// beyond that is for the gap repair.
    private Instant begin(MarketDataSource source, Instrument instrument, Instant end) {
        Interval interval = properties.bars();
        HistoryOffer offer = source.history(instrument, interval);
        Instant stored = history.series(instrument.id(), interval)
                .map(SeriesState::to)
                .filter(to -> to.isBefore(end))
                .orElse(end);
        Instant revisited = stored.minus(interval.duration().multipliedBy(REVISITED_BARS));
        Instant reachable = end.minus(interval.duration().multipliedBy(offer.portionBars()));
        return revisited.isAfter(reachable) ? revisited : reachable;
    }

    /// What was missed while nobody asked is wanted in full: it is older than what is completed later.
    private BarPage delivered(MarketDataSource source, Instrument instrument, Instant begin, Instant end) {
        Interval interval = properties.bars();
        return interval.barsBetween(begin, end) > REVISITED_BARS + 1
                ? source.bars(instrument, interval, begin, end)
                : source.newestBars(instrument, interval, begin, end);
    }

    private static boolean isMissing(BarPage page, Instant end, Interval interval) {
        return page.bars().isEmpty()
                || page.bars().getLast().openTime().plus(interval.duration()).isBefore(end);
    }

    /// Of a venue that only knows the present, or has little time, what counts is asked first, and the rest when there is
    /// time.
    private void sampleInTime(MarketDataSource source, Instrument instrument, Instant end) {
        try {
            sampleAtEnd(source, instrument, end);
        } catch (VenueBusyException e) {
            throw e;
        } catch (VenueUnavailableException e) {
            log.debug("{} is asked again with its bar: {}", instrument.id(), e.getMessage());
        }
    }

    /// Some venues publish the history of open interest late or never: a sample taken now stands for the end of a bar
    /// that has only just ended.
    private BarPage completed(BarPage page, MarketDataSource source, Instrument instrument, Instant end) {
        if (page.bars().isEmpty()) {
            return page;
        }
        Bar newest = page.bars().getLast();
        boolean wanted = newest.openInterest() == null
                && newest.openTime().plus(properties.interval()).equals(end);
        OpenInterest sample = wanted ? sampleAtEnd(source, instrument, end) : null;
        if (sample == null) {
            return page;
        }
        if (!isPossible(sample)) {
            List<Refusal> refusals = new ArrayList<>(page.refusals());
            refusals.add(new Refusal(newest.openTime(), "present open interest is " + sample.coins()));
            return new BarPage(page.bars(), refusals);
        }
        List<Bar> bars = new ArrayList<>(page.bars());
        bars.set(
                bars.size() - 1, newest.toBuilder().openInterest(sample.coins()).build());
        return new BarPage(bars, page.refusals());
    }

    private static boolean isPossible(OpenInterest sample) {
        return sample.coins() >= 0 && sample.coins() < Double.POSITIVE_INFINITY;
    }

    /// The open interest at the end of a bar; null when that is over. One that cannot be true is asked for again as long as
    /// it is not.
    private @Nullable OpenInterest sampleAtEnd(MarketDataSource source, Instrument instrument, Instant end) {
        OpenInterest kept = samples.get(instrument.id());
        if (kept != null && isAtEnd(kept.at(), end)) {
            return kept;
        }
        if (!isAtEnd(venueTime(source), end)) {
            return null;
        }
        OpenInterest sample = source.currentOpenInterest(instrument);
        if (!isAtEnd(sample.at(), end)) {
            return null;
        }
        if (isPossible(sample)) {
            samples.put(instrument.id(), sample);
        }
        return sample;
    }

    private static boolean isAtEnd(Instant instant, Instant end) {
        return !instant.isBefore(end) && !instant.isAfter(end.plus(STILL_THE_END));
    }
}
