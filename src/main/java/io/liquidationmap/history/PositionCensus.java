package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts of venues that publish positions, and what each was seen to hold and when. A position counts from the
/// visit that saw it until the next visit to its account, which finds it changed, unchanged or gone: so what is known as
/// of the past stays what was known then.
public interface PositionCensus {

    /// Makes accounts known. One that is known already is visited no later than its sighting says after its last visit.
    ///
    /// @return how many are new
    /// @throws IllegalStateException if the venue is not registered
    int learn(Venue venue, Collection<Sighting> sightings, Instant now);

    /// The accounts whose turn it is, those first that have waited longest in proportion to the time between their
    /// visits.
    ///
    /// @param limit how many at most
    List<DueAccount> due(Venue venue, Instant now, int limit);

    /// Stores what a visit found, in place of what the visit before found. A visit that is not later than the last one
    /// stored changes nothing.
    ///
    /// @param positions at most one of each instrument, all of them registered
    /// @param revisitAfter how long until the next visit
    void record(DueAccount account, Instant at, List<PublicPosition> positions, Duration revisitAfter);

    /// Puts off an account that could not be visited; what it held still counts.
    void postpone(DueAccount account, Instant now, Duration revisitAfter);

    /// What was held of an instrument, as it was known at `asOf`.
    ///
    /// @param seenAfter positions of accounts that were not visited after this are left out
    List<SeenPosition> positions(InstrumentId instrument, Instant seenAfter, Instant asOf);

    /// When a position of the instrument was seen first, of those still stored; empty if none is.
    Optional<Instant> firstSeen(InstrumentId instrument);

    /// The venues of which at least one account is known, by name.
    List<Venue> venues();

    /// How far the census of each venue of which an account is known has come, by name.
    ///
    /// @param now visits that were due earlier are overdue
    List<CensusProgress> progress(Instant now);

    /// Removes the positions seen before an instant.
    ///
    /// @return how many
    long forget(Venue venue, Instant before);

    /// How far the census of a venue has come.
    ///
    /// @param accounts known
    /// @param visited how many of them have been visited at least once
    /// @param overdue how many should have been visited by now
    /// @param lastVisit when the last of them was; null before the first
    record CensusProgress(
            Venue venue,
            long accounts,
            long visited,
            long overdue,
            @Nullable Instant lastVisit) {}

    /// An account that was seen to trade, or named by the venue.
    ///
    /// @param name of the account at its venue, 1 to 128 characters
    /// @param revisitAfter how long after a visit the next may wait; the shorter, the sooner its first
    record Sighting(String name, Duration revisitAfter) {}

    /// An account to visit.
    ///
    /// @param id stands for the account in this census
    /// @param name of the account at its venue
    /// @param revisitAfter what the last visit said; without one, the sighting
    record DueAccount(long id, String name, Duration revisitAfter) {}

    /// A position and the visit that saw it.
    record SeenPosition(PublicPosition position, Instant seenAt) {}
}
