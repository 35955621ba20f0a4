package io.liquidationmap.ingestion.archive;

import io.liquidationmap.ingestion.VenueUnavailableException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Trades of a stretch of time, of a venue that shows a page of the newest ones until an instant. Pages overlap, because
/// many trades have the same instant; each trade counts once.
///
/// @param pageSize how many trades a page holds unless there are no more
/// @param page the newest trades until an instant, that instant included
/// @param time when a trade was made
/// @param id what the venue calls it
/// @param <T> a trade
public record TradesBackwards<T>(
        int pageSize, Function<Instant, List<T>> page, Function<T, Instant> time, Function<T, String> id) {

    /// Takes the trades of `[from, to)`, each once.
    ///
    /// @return when the oldest of all trades that were shown was made; `to` if none was
    /// @throws VenueUnavailableException if more trades than a page holds were made at one instant
    public Instant forEach(Instant from, Instant to, Consumer<T> action) {
        Set<String> seen = new HashSet<>();
        Instant oldest = to;
        while (!oldest.isBefore(from)) {
            List<T> trades = page.apply(oldest);
            List<T> fresh =
                    trades.stream().filter(trade -> seen.add(id.apply(trade))).toList();
            if (fresh.isEmpty()) {
                if (trades.size() >= pageSize) {
                    throw new VenueUnavailableException("shows no trades before " + oldest, null, null);
                }
                return oldest;
            }
            fresh.stream()
                    .filter(trade -> isWithin(time.apply(trade), from, to))
                    .forEach(action);
            oldest = fresh.stream().map(time).min(Comparator.naturalOrder()).orElseThrow();
        }
        return oldest;
    }

    private static boolean isWithin(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
