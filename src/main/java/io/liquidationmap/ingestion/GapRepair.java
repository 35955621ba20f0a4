package io.liquidationmap.ingestion;

import static java.util.Collections.max;
import static java.util.Collections.min;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.UnavailableBars;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks again for bars that are missing, or that lack the open interest their venue can still give. Runs twice: often
/// over the last days, where what was missing usually turns up, and daily over everything. What is still missing then
/// never was, and is not asked for again.
final class GapRepair implements SeriesTask {

    /// Gaps closer together than this are asked for in one go: most venues answer by the day or by hundreds of bars.
    private static final Duration ONE_GO = Duration.ofDays(1);

    /// Late open interest and short outages turn up within this time.
    static final Duration RECENT = Duration.ofDays(2);

    /// A series whose last bar is older than this may be of a venue that gives none at present.
    private static final int FRESH_BARS = 3;

    private final String name;
    private final Duration reach;
    private final Duration every;
    private final SeriesLoader loader;
    private final BarHistory history;
    private final UnavailableBars unavailable;
    private final IngestionJournal journal;
    private final IngestionProperties properties;
    private final Clock clock;

    /// @param reach how far back gaps are looked for
    /// @param every how often
    GapRepair(
            String name,
            Duration reach,
            Duration every,
            SeriesLoader loader,
            BarHistory history,
            UnavailableBars unavailable,
            IngestionJournal journal,
            IngestionProperties properties,
            Clock clock) {
        this.name = name;
        this.reach = reach;
        this.every = every;
        this.loader = loader;
        this.history = history;
        this.unavailable = unavailable;
        this.journal = journal;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        HistoryOffer offer = source.history(instrument, properties.bars());
        Instant end = properties.bars().floor(source.clock(clock).instant().minus(properties.pollDelay()));
        List<Gap> known = unavailable.of(instrument.id(), properties.bars());
        List<Gap> stretches = stretches(Gaps.without(gaps(instrument, offer, end), known));
        for (Gap stretch : stretches.reversed()) {
            repair(source, instrument, stretch, offer.portionBars());
        }
        if (reach.compareTo(RECENT) > 0) {
            giveUp(instrument, offer, end);
        }
        return Optional.of(clock.instant().plus(every));
    }

    /// Notes what was asked for long enough, as long as the venue gives anything at all.
    private void giveUp(Instrument instrument, HistoryOffer offer, Instant end) {
        Interval interval = properties.bars();
        boolean delivers = history.series(instrument.id(), interval)
                .filter(series -> interval.barsBetween(series.to(), end) <= FRESH_BARS)
                .isPresent();
        if (!delivers) {
            return;
        }
        List<Gap> missing = Gaps.before(end.minus(RECENT), gaps(instrument, offer, end));
        List<Gap> withoutBars = missing.isEmpty()
                ? List.of()
                : history.gaps(instrument.id(), interval, missing.getFirst().from(), end, false);
        Map<Gap, Long> stretches = new LinkedHashMap<>();
        missing.forEach(gap -> stretches.put(gap, Gaps.barsIn(gap, withoutBars, interval)));
        unavailable.replace(instrument.id(), interval, stretches);
    }

    private List<Gap> gaps(Instrument instrument, HistoryOffer offer, Instant end) {
        Interval interval = properties.bars();
        Optional<Instant> begun = firstExpected(instrument);
        if (begun.isEmpty()) {
            return List.of();
        }
        Instant from = interval.ceiling(max(List.of(begun.get(), end.minus(reach), offer.earliest())));
        if (!from.isBefore(end)) {
            return List.of();
        }
        Instant openInterestFrom = offer.openInterestFrom() == null
                ? end
                : min(List.of(end, interval.ceiling(max(List.of(from, offer.openInterestFrom())))));
        List<Gap> gaps = new ArrayList<>();
        if (from.isBefore(openInterestFrom)) {
            gaps.addAll(history.gaps(instrument.id(), interval, from, openInterestFrom, false));
        }
        if (openInterestFrom.isBefore(end)) {
            gaps.addAll(history.gaps(instrument.id(), interval, openInterestFrom, end, true));
        }
        return gaps;
    }

    /// From where on bars should be there: what the back-fill has not reached yet is no gap.
    private Optional<Instant> firstExpected(Instrument instrument) {
        return journal.progress(instrument.id(), properties.bars())
                .map(BackfillProgress::doneFrom)
                .or(() -> history.series(instrument.id(), properties.bars()).map(SeriesState::from));
    }

    private static List<Gap> stretches(List<Gap> gaps) {
        List<Gap> stretches = new ArrayList<>();
        for (Gap gap : gaps) {
            if (!stretches.isEmpty()
                    && !gap.from().isAfter(stretches.getLast().to().plus(ONE_GO))) {
                Gap joined = new Gap(stretches.removeLast().from(), gap.to());
                stretches.add(joined);
            } else {
                stretches.add(gap);
            }
        }
        return stretches;
    }

    private void repair(MarketDataSource source, Instrument instrument, Gap gap, int portionBars) {
        Duration portion = properties.interval().multipliedBy(portionBars);
        Instant to = gap.to();
        while (gap.from().isBefore(to)) {
            Instant from = max(List.of(gap.from(), to.minus(portion)));
            loader.load(source, instrument, Job.GAP_REPAIR, from, to);
            to = from;
        }
    }
}
