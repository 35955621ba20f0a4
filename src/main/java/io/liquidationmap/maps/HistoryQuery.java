package io.liquidationmap.maps;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question about a stretch of time.
///
/// @param market what it is about; its `asOf` is the end of the stretch
/// @param from beginning of the stretch, which must be covered; null for `length` before its end, or for the beginning
///     of the data where that is later
/// @param length of the stretch where it has no beginning
/// @param step between its moments, which are the multiples of it since 1970
public record HistoryQuery(MarketQuery market, @Nullable Instant from, Duration length, Duration step) {

    /// Moments of one answer; each may take a map of its own.
    public static final int MOST_POINTS = 1_000;

    Instant begin(Instant end) {
        return from == null ? end.minus(length) : from;
    }
}
