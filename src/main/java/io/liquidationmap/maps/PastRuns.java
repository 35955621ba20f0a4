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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private static final int RUNS_AT_ONCE = 12;

    /// A computation holds a part of the table; a large table keeps others from waiting for it.
    private static final int INITIAL_CAPACITY = 1_024;

    private final Cache<Key, Run> runs;
    private final long kilobytes;

    PastRuns(MapsProperties properties) {
        kilobytes = properties.pastMemory().toKilobytes();
        runs = Caffeine.newBuilder()
                .initialCapacity(INITIAL_CAPACITY)
                .maximumWeight(kilobytes)
                .weigher((Key _, Run run) -> run.kilobytes())
                .build();
    }

    /// What the model made of the bars of a series, as far as is wanted. It may tell of more: of each moment it tells
    /// what it told then.
    LevelHistory of(Wanted wanted, Model model) {
        Key key = new Key(wanted.book, model);
        Run known = runs.getIfPresent(key);
        if (known == null || !known.tells(wanted)) {
            known = Objects.requireNonNull(runs.asMap().compute(key, (_, other) -> {
                boolean suffices = other != null && other.tells(wanted);
                return suffices ? other : run(List.of(wanted), model).getFirst();
            }));
        }
        return known.history;
    }

    /// How much of what is wanted is kept at the same time without being in the way of others, kilobytes.
    long roomFor() {
        return kilobytes * 9 / 10;
    }

    /// Makes all at once what is wanted of many and is not at hand: those over the same bars together, which takes less
    /// time than one after the other.
    ///
    /// @param threads how many will share the work
    /// @return the pieces of the work
    List<Callable<Boolean>> prepare(Collection<Wanted> all, Model model, int threads) {
        Map<HeldSeries, List<Wanted>> bySeries = all.stream()
                .filter(wanted -> {
                    Run known = runs.getIfPresent(new Key(wanted.book, model));
                    return known == null || !known.tells(wanted);
                })
                .collect(Collectors.groupingBy(Wanted::held, LinkedHashMap::new, Collectors.toList()));
        int perSeries = Math.max(1, threads / Math.max(1, bySeries.size()));
        return bySeries.values().stream()
                .flatMap(missing -> shared(missing, Math.max(perSeries, Math.ceilDiv(missing.size(), RUNS_AT_ONCE))))
                .<Callable<Boolean>>map(share -> () -> {
                    List<Run> made = run(share, model);
                    for (int i = 0; i < made.size(); i++) {
                        runs.put(new Key(share.get(i).book, model), made.get(i));
                    }
                    return true;
                })
                .toList();
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
            Instant from = all.get(i).from;
            int end = runs.get(i).end();
            made.add(new Run(histories.get(i).since(from), from, end, held.digest(end - 1), bars.firstOpeningAt(from)));
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
    /// @param forgotten how many of them are not in the history any more
    private record Run(LevelHistory history, Instant from, int end, long digest, int forgotten) {

        boolean tells(Wanted wanted) {
            return !wanted.from.isBefore(from)
                    && wanted.end <= end
                    && end <= wanted.held.bars().size()
                    && wanted.held.digest(end - 1) == digest;
        }

        int kilobytes() {
            return 1 + (end - forgotten) * BYTES_PER_BAR / 1024;
        }
    }
}
