package io.liquidationmap.maps;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was liquidated, and how much of it was seen.
///
/// @param symbol as it is echoed: the base asset, or the venue symbol as the venue spells it
/// @param venues the venues that were asked, by name
/// @param simulated whether any of the data comes from a simulated venue
/// @param asOf the instant the answer is for; where none was named, the end of the last step
/// @param from beginning of the first step
/// @param to end of the last step; not after `asOf`
/// @param steps ascending by time, then by venue, longs before shorts: every step, also those of which nothing is known
/// @param observations one entry per instrument
/// @param version name and version of what puts the sources together
/// @param inputHash digest of everything that was read for the answer
public record Realised(
        String symbol,
        List<Venue> venues,
        boolean simulated,
        Instant asOf,
        Instant from,
        Instant to,
        List<Step> steps,
        List<Observation> observations,
        String version,
        String inputHash) {
    public Realised {
        venues = List.copyOf(venues);
        steps = List.copyOf(steps);
        observations = List.copyOf(observations);
    }

    /// Where numbers come from.
    public enum Source {
        /// Single liquidations, as the venue streamed them.
        EVENTS,
        /// Sums that the venue, or an imported file, states for whole bars.
        BARS,
        /// Some of both.
        MIXED
    }

    /// One side of one venue in one step.
    ///
    /// @param from when the step begins
    /// @param venue whose
    /// @param side of the positions
    /// @param usd value of what is known to have been liquidated, US dollars; null if nothing is known
    /// @param events how many liquidations; null where only sums are known
    /// @param completeness how much of what happens the source tells
    /// @param coveredPct how much of the step is known of, over the venue's instruments, 0 to 100
    /// @param source null if nothing is known
    public record Step(
            Instant from,
            Venue venue,
            Side side,
            @Nullable Double usd,
            @Nullable Long events,
            Completeness completeness,
            double coveredPct,
            @Nullable Source source) {}

    /// What is known of one instrument.
    ///
    /// @param completeness the lowest of all steps of which something is known
    /// @param gaps the stretches of which nothing is known
    public record Observation(InstrumentId instrument, Completeness completeness, List<Stretch> gaps) {
        public Observation {
            gaps = List.copyOf(gaps);
        }
    }

    /// A stretch of time.
    public record Stretch(Instant from, Instant to) {}
}
