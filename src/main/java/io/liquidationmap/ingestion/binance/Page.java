package io.liquidationmap.ingestion.binance;

import java.time.Instant;

/// What one request asks for.
///
/// @param length of a kline or period, as the venue calls it
/// @param first no row is older, epoch milliseconds
/// @param last no row is newer, epoch milliseconds
/// @param limit of rows
record Page(String length, long first, long last, int limit) {

    /// The rows of `[begin, end)`.
    static Page between(String length, Instant begin, Instant end, int limit) {
        return new Page(length, begin.toEpochMilli(), end.toEpochMilli() - 1, limit);
    }
}
