package io.liquidationmap.history;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The venues and instruments the service knows, and the margin schedule of each. Nothing is ever removed: a delisted
/// contract keeps its history.
public interface InstrumentCatalog {

    /// Makes a venue known; a second call changes only what differs.
    void register(KnownVenue venue);

    /// Makes an instrument known at its venue, which must be known; a second call changes nothing.
    ///
    /// @throws IllegalStateException if the venue is not registered, or if the instrument is known with another base,
    ///     quote or contract type
    void register(Instrument instrument);

    /// All venues, by name.
    List<KnownVenue> venues();

    /// All instruments, by venue and symbol.
    List<Instrument> instruments();

    /// One instrument, if it is known.
    Optional<Instrument> find(InstrumentId id);

    /// Stores the schedule as the one that holds from `knownAt` on, unless it equals the one stored last: earlier
    /// ones are kept, so that an answer as of the past uses what was known then.
    void record(InstrumentId id, MarginSchedule schedule, Instant knownAt);

    /// The schedule known at `asOf`; the oldest one when all are later, because tiers change rarely and a schedule is
    /// first read when the service is installed.
    Optional<MarginSchedule> marginSchedule(InstrumentId id, Instant asOf);

    /// All schedules of an instrument in the order in which they became known, for whoever asks about many moments.
    List<KnownSchedule> marginSchedules(InstrumentId id);

    /// How many schedules there are, of all instruments. None is ever removed, so while this stays the same all do.
    long countMarginSchedules();

    /// A venue as the catalog lists it.
    ///
    /// @param venue its name
    /// @param simulated whether its market is a simulation, which every answer built on it must say
    record KnownVenue(Venue venue, boolean simulated) {}

    /// A margin schedule as the catalog lists it.
    ///
    /// @param knownAt from when on it holds
    record KnownSchedule(MarginSchedule schedule, Instant knownAt) {

        /// The one of `schedules` that [InstrumentCatalog#marginSchedule(InstrumentId, Instant)] would have found.
        ///
        /// @param schedules of one instrument, in the order in which they became known
        public static Optional<MarginSchedule> at(Instant asOf, List<KnownSchedule> schedules) {
            return schedules.reversed().stream()
                    .filter(known -> !known.knownAt.isAfter(asOf))
                    .findFirst()
                    .or(() -> schedules.stream().findFirst())
                    .map(KnownSchedule::schedule);
        }
    }
}
