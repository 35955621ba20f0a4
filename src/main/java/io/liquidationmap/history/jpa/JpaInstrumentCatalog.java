package io.liquidationmap.history.jpa;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JpaInstrumentCatalog implements InstrumentCatalog {

    private final VenueRepository venues;
    private final InstrumentRepository instruments;
    private final MarginScheduleRepository schedules;

    JpaInstrumentCatalog(VenueRepository venues, InstrumentRepository instruments, MarginScheduleRepository schedules) {
        this.venues = venues;
        this.instruments = instruments;
        this.schedules = schedules;
    }

    @Override
    public void register(KnownVenue venue) {
        String name = venue.venue().name();
        venues.findByName(name)
                .or(() -> {
                    venues.insertIfAbsent(name, venue.simulated());
                    return venues.findByName(name);
                })
                .orElseThrow()
                .simulated(venue.simulated());
    }

    @Override
    public void register(Instrument instrument) {
        Instrument known = find(instrument.id()).orElseGet(() -> insert(instrument));
        if (!known.equals(instrument)) {
            throw new IllegalStateException("instrument " + instrument.id() + " is known as " + known.base() + "/"
                    + known.quote() + " " + known.contract() + ", not as " + instrument.base() + "/"
                    + instrument.quote() + " " + instrument.contract());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<KnownVenue> venues() {
        return venues.findAll().stream()
                .map(VenueRow::toKnownVenue)
                .sorted(Comparator.comparing(KnownVenue::venue))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instrument> instruments() {
        return instruments.findAllWithVenue().stream()
                .map(InstrumentRow::toInstrument)
                .sorted()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instrument> find(InstrumentId id) {
        return instruments.find(id).map(InstrumentRow::toInstrument);
    }

    @Override
    public void record(InstrumentId id, MarginSchedule schedule, Instant knownAt) {
        InstrumentRow instrument = instruments.findAndLock(id).orElseThrow(() -> InstrumentRow.missing(id));
        boolean isKnown = schedules
                .findFirstByInstrumentIdOrderByKnownAtDescIdDesc(instrument.id())
                .map(MarginScheduleRow::toSchedule)
                .filter(schedule::equals)
                .isPresent();
        if (!isKnown) {
            schedules.save(new MarginScheduleRow(instrument, schedule, knownAt));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MarginSchedule> marginSchedule(InstrumentId id, Instant asOf) {
        return instruments
                .find(id)
                .map(InstrumentRow::id)
                .flatMap(instrument -> schedules
                        .findFirstByInstrumentIdAndKnownAtLessThanEqualOrderByKnownAtDescIdDesc(instrument, asOf)
                        .or(() -> schedules.findFirstByInstrumentIdOrderByKnownAtAscIdAsc(instrument)))
                .map(MarginScheduleRow::toSchedule);
    }

    @Override
    @Transactional(readOnly = true)
    public long countMarginSchedules() {
        return schedules.count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<KnownSchedule> marginSchedules(InstrumentId id) {
        return instruments
                .find(id)
                .map(InstrumentRow::id)
                .map(schedules::findByInstrumentIdOrderByKnownAtAscIdAsc)
                .orElse(List.of())
                .stream()
                .map(MarginScheduleRow::toKnownSchedule)
                .toList();
    }

    private Instrument insert(Instrument instrument) {
        instruments.insertIfAbsent(
                instrument.venue().name(),
                instrument.symbol(),
                instrument.base(),
                instrument.quote(),
                instrument.contract().name());
        return find(instrument.id())
                .orElseThrow(() -> new IllegalStateException("venue " + instrument.venue() + " is not registered"));
    }
}
