package io.liquidationmap.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Imbalances of moments of the past, kept for every instance of the service. An entry is named by everything it was
/// computed from, so it is never changed: of another input there is another entry.
public interface ImbalanceLog {

    /// The entries recorded under any of these keys, in no order.
    List<Entry> entries(Collection<String> keys);

    /// Stores entries, all or nothing; one whose key is taken is there already and stays as it is.
    ///
    /// @param most how many may be stored after it; of more, those recorded first are removed, and a few
    ///     others where keys were taken
    void record(Collection<Entry> entries, int most);

    /// One moment.
    ///
    /// @param key SHA-256 of everything it was computed from, as 64 hexadecimal digits in lower case
    /// @param asOf the moment
    /// @param price at that moment, quote per coin
    /// @param upUsd what lay above the price, US dollars, one per distance
    /// @param downUsd what lay below the price, US dollars, one per distance
    /// @param warmingUp whether so little history lay before it that many positions were unexplained
    /// @param degraded whether open interest had been missing for long
    /// @param stale whether the last bar was so old that it is of another time
    record Entry(
            String key,
            Instant asOf,
            double price,
            List<Double> upUsd,
            List<Double> downUsd,
            boolean warmingUp,
            boolean degraded,
            boolean stale) {

        public Entry {
            upUsd = List.copyOf(upUsd);
            downUsd = List.copyOf(downUsd);
        }
    }
}
