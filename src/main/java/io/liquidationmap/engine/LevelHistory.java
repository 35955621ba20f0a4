package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import java.time.Instant;

/// What a book recorded, bar by bar, up to the moment it was asked. Immutable and safe for any number of threads.
///
/// A map as of a past bar uses nothing later than that bar: it is the map that could have been drawn then.
public final class LevelHistory {

    LevelHistory() {}

    /// Whether no bar with a known open interest has been seen yet, so that there is no map at all.
    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    /// End of the first bar a map can be drawn as of.
    ///
    /// @throws IllegalStateException if the history is empty
    public Instant from() {
        throw new UnsupportedOperationException();
    }

    /// End of the last bar.
    ///
    /// @throws IllegalStateException if the history is empty
    public Instant to() {
        throw new UnsupportedOperationException();
    }

    /// The map as of the last bar.
    ///
    /// @param range how far back from the end of that bar its positions were opened
    /// @throws IllegalStateException if the history is empty
    public LevelMap latest(Range range) {
        throw new UnsupportedOperationException();
    }

    /// The map as of the last bar that has ended at or before `asOf`.
    ///
    /// @param range how far back from the end of that bar its positions were opened
    /// @throws IllegalArgumentException if no bar had ended by then
    public LevelMap at(Instant asOf, Range range) {
        throw new UnsupportedOperationException();
    }
}
