package io.liquidationmap.history;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A catalog that is gone with its test.
public final class InMemoryCatalog implements InstrumentCatalog {

    private final Map<Venue, KnownVenue> venues = new TreeMap<>();
    private final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
    private final Map<InstrumentId, List<KnownSchedule>> schedules = new TreeMap<>();

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
        List<KnownSchedule> known = schedules.computeIfAbsent(id, _ -> new ArrayList<>());
        if (known.isEmpty() || !known.getLast().schedule().equals(schedule)) {
            known.add(new KnownSchedule(schedule, knownAt));
        }
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(InstrumentId id, Instant asOf) {
        return KnownSchedule.at(asOf, marginSchedules(id));
    }

    @Override
    public long countMarginSchedules() {
        return schedules.values().stream().mapToLong(List::size).sum();
    }

    @Override
    public List<KnownSchedule> marginSchedules(InstrumentId id) {
        return List.copyOf(schedules.getOrDefault(id, List.of()));
    }
}
