package io.liquidationmap.ingestion;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Stores each bar shortly after it has ended, together with all that ended since the last stored one.
@Component
final class NewestBar implements SeriesTask {

    /// How many bars are asked for again: venues publish open interest late and correct the last candles.
    private static final int REVISITED_BARS = 2;

    /// A bar the venue has not published yet is asked for again after this time, until half of the next has passed.
    private static final Duration UNTIL_PUBLISHED = Duration.ofSeconds(15);

    private final SeriesLoader loader;
    private final BarHistory history;
    private final IngestionMetrics metrics;
    private final IngestionProperties properties;
    private final Clock clock;

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
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        Interval interval = properties.bars();
        Instant end = interval.floor(clock.instant().minus(properties.pollDelay()));
        BarPage page = loader.load(
                source,
                instrument,
                Job.NEWEST_BAR,
                begin(source, instrument, end),
                end,
                delivered -> completed(delivered, source, instrument, end));
        Optional<Instant> last = history.series(instrument.id(), interval).map(SeriesState::to);
        last.ifPresent(lastEnd -> metrics.lastBarEnd(instrument, lastEnd));
        Instant now = clock.instant();
        boolean awaited = isMissing(page, end, interval)
                && now.isBefore(end.plus(interval.duration().dividedBy(2)));
        return Optional.of(
                awaited
                        ? now.plus(UNTIL_PUBLISHED)
                        : end.plus(interval.duration()).plus(properties.pollDelay()));
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

    private static boolean isMissing(BarPage page, Instant end, Interval interval) {
        return page.bars().isEmpty()
                || page.bars().getLast().openTime().plus(interval.duration()).isBefore(end);
    }

    /// Some venues publish the history of open interest late or never: a sample taken now stands for the end of a bar
    /// that has only just ended.
    private BarPage completed(BarPage page, MarketDataSource source, Instrument instrument, Instant end) {
        Interval interval = properties.bars();
        if (page.bars().isEmpty()) {
            return page;
        }
        Bar newest = page.bars().getLast();
        Instant latest = end.plus(interval.duration().dividedBy(10));
        boolean wanted = newest.openInterest() == null
                && newest.openTime().plus(interval.duration()).equals(end)
                && !clock.instant().isAfter(latest);
        if (!wanted) {
            return page;
        }
        OpenInterest sample = source.currentOpenInterest(instrument);
        if (sample.at().isBefore(end.minus(interval.duration().dividedBy(10)))
                || sample.at().isAfter(latest)) {
            return page;
        }
        List<Bar> bars = new ArrayList<>(page.bars());
        bars.set(
                bars.size() - 1, newest.toBuilder().openInterest(sample.coins()).build());
        return new BarPage(bars, page.refusals());
    }
}
