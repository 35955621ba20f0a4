package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Candles of trades, in columns.
///
/// @param status `ok` or `no_data`
/// @param ticks when they begin, epoch milliseconds
/// @param open quote per coin; without trades, the close of the candle before
/// @param volume coins, also of an inverse contract
/// @param cost traded amount, quote currency
record Chart(
        @Nullable String status,
        @Nullable List<Long> ticks,
        @Nullable List<@Nullable Double> open,
        @Nullable List<@Nullable Double> high,
        @Nullable List<@Nullable Double> low,
        @Nullable List<@Nullable Double> close,
        @Nullable List<@Nullable Double> volume,
        @Nullable List<@Nullable Double> cost) {

    /// The candles, in the order they came in; a number that is missing is NaN.
    ///
    /// @throws VenueUnavailableException if it cannot be told which numbers belong together
    List<Kline> klines() {
        if ("no_data".equals(status)) {
            return List.of();
        }
        List<Long> times = required(ticks, "ticks");
        int size = times.size();
        List<Kline> klines = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            klines.add(new Kline(
                    Instant.ofEpochMilli(times.get(i)),
                    number(open, "open", size, i),
                    number(high, "high", size, i),
                    number(low, "low", size, i),
                    number(close, "close", size, i),
                    number(volume, "volume", size, i),
                    number(cost, "cost", size, i),
                    null));
        }
        return klines;
    }

    private static double number(@Nullable List<@Nullable Double> column, String name, int size, int index) {
        List<@Nullable Double> numbers = required(column, name);
        if (numbers.size() != size) {
            throw new VenueUnavailableException(
                    "answered candles with " + size + " ticks and " + numbers.size() + " of " + name, null, null);
        }
        Double number = numbers.get(index);
        return number == null ? Double.NaN : number;
    }

    private static <T extends @Nullable Object> List<T> required(@Nullable List<T> column, String name) {
        if (column == null) {
            throw new VenueUnavailableException("answered candles without " + name, null, null);
        }
        return column;
    }
}
