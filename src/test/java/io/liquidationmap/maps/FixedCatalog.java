package io.liquidationmap.maps;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A catalog in memory. Instruments have no margin tiers unless a test records some.
final class FixedCatalog implements InstrumentCatalog {

    private final List<KnownVenue> venues = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private final Map<InstrumentId, NavigableMap<Instant, MarginSchedule>> schedules = new HashMap<>();

    @Override
    public void register(KnownVenue venue) {
        venues.add(venue);
    }

    @Override
    public void register(Instrument instrument) {
        instruments.add(instrument);
    }

    @Override
    public List<KnownVenue> venues() {
        return List.copyOf(venues);
    }

    @Override
    public List<Instrument> instruments() {
        return instruments.stream().sorted().toList();
    }

    @Override
    public Optional<Instrument> find(InstrumentId id) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findAny();
    }

    @Override
    public void record(InstrumentId id, MarginSchedule schedule, Instant knownAt) {
        schedules.computeIfAbsent(id, _ -> new TreeMap<>()).put(knownAt, schedule);
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(InstrumentId id, Instant asOf) {
        return Optional.ofNullable(schedules.get(id))
                .map(known -> asOf.isBefore(known.firstKey())
                        ? known.firstEntry().getValue()
                        : known.floorEntry(asOf).getValue());
    }

    @Override
    public long countMarginSchedules() {
        return schedules.values().stream().mapToLong(NavigableMap::size).sum();
    }

    @Override
    public List<KnownSchedule> marginSchedules(InstrumentId id) {
        return schedules.getOrDefault(id, new TreeMap<>()).entrySet().stream()
                .map(entry -> new KnownSchedule(entry.getValue(), entry.getKey()))
                .toList();
    }
}
