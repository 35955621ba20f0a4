package io.liquidationmap.history;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Liquidations as venues published them, and when their feeds were listened to. Each event counts once, however often
/// and by whichever instance of the service it is stored.
public interface LiquidationLog {

    /// Stores events and prolongs what is covered, all or nothing.
    ///
    /// @param events of registered instruments, in any order; those stored before are left alone
    /// @param coverage stretches in which *all* that was published is stored by now, these events included; one that
    ///     begins like a stored one prolongs it
    /// @return how many events were new
    long append(Collection<Liquidation> events, Collection<Coverage> coverage);

    /// The events of `[from, to)`, ascending by time.
    List<Liquidation> events(InstrumentId instrument, Instant from, Instant to);

    /// The number of the event stored last, of whichever instrument; 0 if there is none. All that are ever stored from
    /// now on have higher ones.
    long lastNumber();

    /// The events of several instruments whose numbers lie in `(after, upTo]`.
    ///
    /// @param most how many at most; of more, those stored last
    /// @return ascending by number
    List<Heard> stored(Collection<InstrumentId> instruments, long after, long upTo, int most);

    /// When the events of several instruments happened whose numbers lie in `(after, upTo]`; empty if there is none.
    Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo);

    /// The sums over the steps that begin in `[from, to)`, ascending; a step and side without an event is left out,
    /// whether or not it was listened to.
    ///
    /// @param from a boundary of the step
    /// @param to a boundary of the step
    List<StepSum> sums(InstrumentId instrument, Interval step, Instant from, Instant to);

    /// When the instrument's feed was listened to within `[from, to)`: stretches that neither overlap nor touch,
    /// ascending. All else is a gap.
    List<Coverage> coverage(InstrumentId instrument, Instant from, Instant to);

    /// Writes the sums into the stored bars that open in `[from, to)`, were listened to from beginning to end, and
    /// whose liquidations are still unknown: zero where there was no event. A bar with a gap stays unknown, and what
    /// the venue itself stated stays as it is.
    ///
    /// @return how many bars changed
    long completeBars(InstrumentId instrument, Interval interval, Instant from, Instant to);

    /// An event and what its feed tells.
    ///
    /// @param number ascends in the order in which events were stored
    /// @param completeness of the feed that was listened to at that time; null if none is noted
    record Heard(
            long number, Liquidation liquidation, @Nullable Completeness completeness) {}

    /// When several events happened.
    record Happened(Instant first, Instant last) {}

    /// A stretch in which a feed was listened to.
    ///
    /// @param completeness how much the feed tells; not [Completeness#NONE]
    record Coverage(InstrumentId instrument, Instant from, Instant to, Completeness completeness) {
        public Coverage {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("what is covered must not end before it begins");
            }
            if (completeness == Completeness.NONE) {
                throw new IllegalArgumentException("a feed that tells nothing covers nothing");
            }
        }
    }

    /// What was liquidated on one side in one step.
    ///
    /// @param from when the step begins
    /// @param side of the positions
    /// @param events how many
    /// @param usd their value, US dollars
    record StepSum(Instant from, Side side, long events, double usd) {}
}
