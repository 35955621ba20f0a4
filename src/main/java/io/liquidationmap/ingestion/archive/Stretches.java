package io.liquidationmap.ingestion.archive;

import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/// Cuts what is asked of a venue into requests whose answers hold all of it, so that it does not matter which end of a
/// longer answer the venue would cut off.
public final class Stretches {

    private Stretches() {}

    /// Takes `[from, to)` in one piece after the other, oldest first.
    ///
    /// @param longest what one answer holds
    /// @param action is given the beginning and the end of each piece
    public static void forEach(Instant from, Instant to, Duration longest, BiConsumer<Instant, Instant> action) {
        Instant begin = from;
        while (begin.isBefore(to)) {
            Instant end = begin.plus(longest).isBefore(to) ? begin.plus(longest) : to;
            action.accept(begin, end);
            begin = end;
        }
    }

    /// The same for payments of funding, which are made at full hours or a moment later: a stretch without a full hour is
    /// not asked for.
    public static void forEachWithFunding(
            Instant from, Instant to, Duration longest, BiConsumer<Instant, Instant> action) {
        forEach(Interval.ONE_HOUR.ceiling(from), to, longest, action);
    }

    /// The same in one piece, for a venue whose answers cannot be cut by time.
    public static void withFunding(Instant from, Instant to, BiConsumer<Instant, Instant> action) {
        Instant begin = Interval.ONE_HOUR.ceiling(from);
        if (begin.isBefore(to)) {
            action.accept(begin, to);
        }
    }
}
