package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.market.BarSeries;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Runs of the model with parameters that were known in the past, kept for the next who asks about the same time: one
/// run takes longer than everything else about an answer. The least recently used go first.
@Component
class PastRuns {

    // Twenty-one columns of the position book.
    private static final int BYTES_PER_BAR = 21 * 8;

    /// Whoever asks next with another step may need a few bars more.
    private static final int DAY_MS = 86_400_000;

    /// A computation holds a part of the table; a large table keeps others from waiting for it.
    private static final int INITIAL_CAPACITY = 1_024;

    private final Cache<Key, Run> runs;

    PastRuns(MapsProperties properties) {
        runs = Caffeine.newBuilder()
                .initialCapacity(INITIAL_CAPACITY)
                .maximumWeight(properties.pastMemory().toKilobytes())
                .weigher((Key _, Run run) -> run.kilobytes())
                .build();
    }

    /// What the model made of the bars of a series up to the one before `end`, as far as levels opened after `from` are
    /// concerned. It may tell of more: of each moment it tells what it told then.
    LevelHistory of(Book book, Model model, HeldSeries held, Instant from, int end) {
        Key key = new Key(book, model);
        Run known = runs.getIfPresent(key);
        if (known == null || !known.tells(held, from, end)) {
            known = Objects.requireNonNull(runs.asMap().compute(key, (_, other) -> {
                boolean suffices = other != null && other.tells(held, from, end);
                return suffices ? other : key.run(held, from, end);
            }));
        }
        return known.history;
    }

    private record Key(Book book, Model model) {

        Run run(HeldSeries held, Instant from, int end) {
            BarSeries bars = held.bars();
            int enough =
                    (int) Math.min(bars.size(), end + DAY_MS / bars.interval().millis());
            LevelBook run = model.newBook(book.parameters(), book.interval());
            run.advance(bars, 0, enough);
            return new Run(run.history().since(from), from, enough, held.digest(enough - 1), bars.firstOpeningAt(from));
        }
    }

    /// @param from after which its levels were opened
    /// @param end index of the bar after the last one taken in
    /// @param digest names the bars taken in
    /// @param forgotten how many of them are not in the history any more
    private record Run(LevelHistory history, Instant from, int end, long digest, int forgotten) {

        boolean tells(HeldSeries held, Instant after, int before) {
            return !after.isBefore(from)
                    && before <= end
                    && end <= held.bars().size()
                    && held.digest(end - 1) == digest;
        }

        int kilobytes() {
            return 1 + (end - forgotten) * BYTES_PER_BAR / 1024;
        }
    }
}
