package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.PositionRuns;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.market.BarSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Runs of the model with parameters that were known in the past, kept for the next who asks about the same time: one
/// run takes longer than everything else about an answer. The least recently used go first.
@Component
class PastRuns {

    // Twenty-one columns of the position book.
    private static final int BYTES_PER_BAR = 21 * 8;

    /// Whoever asks next with another step may need a few bars more.
    private static final int DAY_MS = 86_400_000;

    /// More at once save next to nothing, and whoever asks for less meanwhile waits longer.
    private static final int RUNS_AT_ONCE = 26;

    private final Cache<Key, Run> runs;
    private final long kilobytes;

    PastRuns(MapsProperties properties) {
        kilobytes = properties.pastMemory().toKilobytes();
        runs = Caffeine.newBuilder()
                .maximumWeight(kilobytes)
                .weigher((Key _, Run run) -> run.kilobytes())
                .build();
    }

    /// What the model made of the bars of a series, as far as is wanted of each run. It may tell of more: of each moment
    /// it tells what it told then. What is not at hand is made, over the same bars together, which takes less time than
    /// one after the other. To be called from outside the pool.
    ///
    /// @param all one for each book
    Map<Book, LevelHistory> of(Collection<Wanted> all, Model model, EnginePool pool) {
        Map<Book, LevelHistory> histories = new HashMap<>();
        Map<HeldSeries, List<Wanted>> missing = new LinkedHashMap<>();
        for (Wanted wanted : all) {
            Run known = runs.getIfPresent(new Key(wanted.book, model));
            if (known != null && known.tells(wanted)) {
                histories.put(wanted.book, known.history);
            } else {
                missing.computeIfAbsent(wanted.held, _ -> new ArrayList<>()).add(wanted);
            }
        }
        int perSeries = Math.max(1, pool.threads() / Math.max(1, missing.size()));
        List<List<Wanted>> pieces = missing.values().stream()
                .flatMap(series -> shared(series, Math.max(perSeries, Math.ceilDiv(series.size(), RUNS_AT_ONCE))))
                .toList();
        List<List<Run>> made = pool.computeAll(pieces.stream()
                .<Callable<List<Run>>>map(piece -> () -> run(piece, model))
                .toList());
        for (int piece = 0; piece < pieces.size(); piece++) {
            for (int i = 0; i < pieces.get(piece).size(); i++) {
                Book book = pieces.get(piece).get(i).book;
                Run run = made.get(piece).get(i);
                runs.put(new Key(book, model), run);
                histories.put(book, run.history);
            }
        }
        return histories;
    }

    /// How much of what is wanted should be made at a time, kilobytes.
    long roomFor() {
        return kilobytes;
    }

    private static Stream<List<Wanted>> shared(List<Wanted> all, int shares) {
        List<List<Wanted>> dealt = new ArrayList<>();
        for (int share = 0; share < Math.min(shares, all.size()); share++) {
            dealt.add(new ArrayList<>());
        }
        // Runs become longer from one to the next: dealt out in turn, all shares take about as long.
        for (int i = 0; i < all.size(); i++) {
            dealt.get(i % dealt.size()).add(all.get(i));
        }
        return dealt.stream();
    }

    private static List<Run> run(List<Wanted> all, Model model) {
        HeldSeries held = all.getFirst().held;
        BarSeries bars = held.bars();
        List<PositionRuns.Run> runs = all.stream()
                .map(wanted -> new PositionRuns.Run(wanted.book.parameters(), wanted.from, wanted.enough()))
                .toList();
        List<LevelHistory> histories = model.run(bars, runs);
        List<Run> made = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            Wanted wanted = all.get(i);
            int end = wanted.enough();
            LevelHistory history = histories.get(i).since(wanted.from);
            made.add(new Run(history, wanted.from, end, held.digest(end - 1), wanted.kilobytes()));
        }
        return made;
    }

    /// What is wanted of a run.
    ///
    /// @param from what was opened after this instant must be told
    /// @param end index of the bar after the last one it must tell of
    record Wanted(Book book, HeldSeries held, Instant from, int end) {

        /// So that one run tells what two are wanted for.
        Wanted and(Wanted other) {
            return new Wanted(book, held, from.isBefore(other.from) ? from : other.from, Math.max(end, other.end));
        }

        /// Heap that it will take, about.
        int kilobytes() {
            return 1 + (enough() - held.bars().firstOpeningAt(from)) * BYTES_PER_BAR / 1024;
        }

        /// The end it is made with.
        private int enough() {
            BarSeries bars = held.bars();
            return (int) Math.min(bars.size(), end + DAY_MS / bars.interval().millis());
        }
    }

    private record Key(Book book, Model model) {}

    /// @param from after which its levels were opened
    /// @param end index of the bar after the last one taken in
    /// @param digest names the bars taken in
    /// @param kilobytes heap that it takes, about
    private record Run(LevelHistory history, Instant from, int end, long digest, int kilobytes) {

        boolean tells(Wanted wanted) {
            return !wanted.from.isBefore(from)
                    && wanted.end <= end
                    && end <= wanted.held.bars().size()
                    && wanted.held.digest(end - 1) == digest;
        }
    }
}
