package io.liquidationmap.api.stream;

import java.util.Comparator;

/// The place of a liquidation among all of them: by time, and within a millisecond by name.
///
/// @param timeMs when it happened, epoch milliseconds
/// @param digest names it; [#NOTHING] for a moment at which nothing happened
record Mark(long timeMs, String digest) implements Comparable<Mark> {

    /// Comes before every digest.
    static final String NOTHING = "0".repeat(Digest.LENGTH);

    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::timeMs).thenComparing(Mark::digest);

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return timeMs + "-" + digest;
    }
}
