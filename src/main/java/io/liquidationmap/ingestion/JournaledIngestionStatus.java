package io.liquidationmap.ingestion;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.IngestionJournal.SeriesJournal;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.CensusProgress;
import io.liquidationmap.history.UnavailableBars;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together what the history holds, what the journal says and what this instance saw of the venues.
@Component
final class JournaledIngestionStatus implements IngestionStatus {

    private final BarHistory history;
    private final IngestionJournal journal;
    private final UnavailableBars unavailable;
    private final PositionCensus census;
    private final Venues venues;
    private final VenueHealth health;
    private final RefusedRowCounts refused;
    private final ObjectProvider<FeedMonitor> monitors;
    private final ObjectProvider<CensusMonitor> censusMonitors;
    private final IngestionProperties properties;
    private final Clock clock;

    JournaledIngestionStatus(
            BarHistory history,
            IngestionJournal journal,
            UnavailableBars unavailable,
            PositionCensus census,
            Venues venues,
            VenueHealth health,
            RefusedRowCounts refused,
            ObjectProvider<FeedMonitor> monitors,
            ObjectProvider<CensusMonitor> censusMonitors,
            IngestionProperties properties,
            Clock clock) {
        this.history = history;
        this.journal = journal;
        this.unavailable = unavailable;
        this.census = census;
        this.venues = venues;
        this.health = health;
        this.refused = refused;
        this.monitors = monitors;
        this.censusMonitors = censusMonitors;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public List<VenueStatus> venues() {
        return properties.enabled() ? venues.all().stream().map(this::status).toList() : List.of();
    }

    @Override
    public List<FeedStatus> feeds() {
        return monitors.stream().flatMap(monitor -> monitor.feeds().stream()).toList();
    }

    @Override
    public List<CensusStatus> census() {
        Map<Venue, CensusMonitor.Failure> failures = new HashMap<>();
        censusMonitors.forEach(monitor -> failures.putAll(monitor.failures()));
        Map<Venue, CensusStatus> statuses = new TreeMap<>();
        failures.forEach((venue, failure) ->
                statuses.put(venue, new CensusStatus(venue, 0, 0, 0, null, failure.reason(), failure.at())));
        for (CensusProgress progress : census.progress(clock.instant())) {
            CensusMonitor.Failure failure = failures.get(progress.venue());
            statuses.put(
                    progress.venue(),
                    new CensusStatus(
                            progress.venue(),
                            progress.accounts(),
                            progress.visited(),
                            progress.overdue(),
                            progress.lastVisit(),
                            failure == null ? null : failure.reason(),
                            failure == null ? null : failure.at()));
        }
        return List.copyOf(statuses.values());
    }

    private VenueStatus status(MarketDataSource source) {
        VenueHealth.State state = health.state(source.venue());
        RefusedRowCounts.Count refusals = refused.of(source.venue());
        Instant blockedUntil = state.blockedUntil();
        boolean blocked = blockedUntil != null && blockedUntil.isAfter(clock.instant());
        return new VenueStatus(
                source.venue(),
                source.simulated(),
                state.reachable(),
                state.lastAnswer(),
                state.lastError(),
                state.lastErrorAt(),
                blocked ? blockedUntil : null,
                refusals.rows(),
                refusals.last(),
                refusals.lastAt());
    }

    @Override
    public List<SeriesStatus> series() {
        Map<Series, SeriesState> states = new HashMap<>();
        history.series().forEach(state -> states.put(new Series(state.instrument(), state.interval()), state));
        Map<Series, SeriesJournal> journals = new HashMap<>();
        journal.states().forEach(entry -> journals.put(new Series(entry.instrument(), entry.interval()), entry));
        SortedSet<Series> all = new TreeSet<>(states.keySet());
        all.addAll(journals.keySet());
        Map<Interval, Map<InstrumentId, Long>> never = new HashMap<>();
        Instant now = clock.instant();
        return all.stream()
                .map(series -> status(
                        series,
                        states.get(series),
                        journals.get(series),
                        never.computeIfAbsent(series.interval, unavailable::missingBars)
                                .getOrDefault(series.instrument, 0L),
                        now))
                .toList();
    }

    private static SeriesStatus status(
            Series series, @Nullable SeriesState state, @Nullable SeriesJournal entry, long neverWere, Instant now) {
        BackfillProgress backfill = entry == null ? null : entry.backfill();
        return new SeriesStatus(
                series.instrument,
                series.interval,
                state == null ? null : state.from(),
                state == null ? null : state.to(),
                state == null ? null : Duration.between(state.to(), now),
                state == null ? 0 : state.bars(),
                state == null
                        ? 0
                        : Math.max(0, series.interval.barsBetween(state.from(), state.to()) - state.bars() - neverWere),
                backfill == null ? null : backfill.donePct(),
                backfill == null ? null : Backfill.timeLeft(backfill).orElse(null),
                entry == null ? null : entry.lastSuccess(),
                entry == null ? null : entry.lastError(),
                entry == null ? null : entry.lastFailure(),
                entry == null ? 0 : entry.rowsRefused(),
                entry == null ? null : entry.lastRefusal());
    }

    private record Series(InstrumentId instrument, Interval interval) implements Comparable<Series> {

        private static final Comparator<Series> ORDER =
                Comparator.comparing(Series::instrument).thenComparing(Series::interval);

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }
}
