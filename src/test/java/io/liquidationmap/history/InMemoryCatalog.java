package io.liquidationmap.history;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A catalog that keeps one schedule for each instrument.
public final class InMemoryCatalog implements InstrumentCatalog {

    private final Map<Venue, KnownVenue> venues = new TreeMap<>();
    private final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
    private final Map<InstrumentId, MarginSchedule> schedules = new TreeMap<>();

    @Override
    public void register(KnownVenue venue) {
        venues.put(venue.venue(), venue);
    }

    @Override
    public void register(Instrument instrument) {
        if (!venues.containsKey(instrument.venue())) {
            throw new IllegalStateException("venue " + instrument.venue() + " is not registered");
        }
        instruments.putIfAbsent(instrument.id(), instrument);
    }

    @Override
    public List<KnownVenue> venues() {
        return List.copyOf(venues.values());
    }

    @Override
    public List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    @Override
    public Optional<Instrument> find(InstrumentId id) {
        return Optional.ofNullable(instruments.get(id));
    }

    @Override
    public void record(InstrumentId id, MarginSchedule schedule, Instant knownAt) {
        schedules.put(id, schedule);
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(InstrumentId id, Instant asOf) {
        return Optional.ofNullable(schedules.get(id));
    }

    @Override
    public long countMarginSchedules() {
        return schedules.size();
    }

    @Override
    public List<KnownSchedule> marginSchedules(InstrumentId id) {
        return marginSchedule(id, Instant.EPOCH).stream()
                .map(schedule -> new KnownSchedule(schedule, Instant.EPOCH))
                .toList();
    }
}
