package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelWalk;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.PastRuns.Wanted;
import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/// The imbalances of moments of the past. Each is kept under the name of its input, so that a new bar costs the moments
/// it adds, and a change in the past those after it; midnights are kept in the database as well.
@Component
class PastImbalances {

    // Some tens of megabytes: two years of days for a few dozen questions.
    private static final int POINTS_KEPT = 20_000;

    private final EnginePool pool;
    private final PastRuns runs;
    private final PointKeys keys;
    private final StoredPoints stored;
    private final Cache<String, ImbalancePoint> points =
            Caffeine.newBuilder().maximumSize(POINTS_KEPT).build();

    PastImbalances(EnginePool pool, PastRuns runs, PointKeys keys, StoredPoints stored) {
        this.pool = pool;
        this.runs = runs;
        this.keys = keys;
        this.stored = stored;
    }

    /// The imbalance of each moment, in their order. To be called from outside the pool.
    ///
    /// @param moments ascending, each with a part at least
    List<ImbalancePoint> at(List<Moment> moments, Range range, Model model) {
        Map<Instant, String> named = new HashMap<>();
        moments.forEach(moment -> named.put(moment.asOf(), keys.of(moment, range, model)));
        Map<Instant, ImbalancePoint> known = new HashMap<>();
        points.getAllPresent(named.values()).values().forEach(point -> known.put(point.asOf(), point));
        Map<String, ImbalancePoint> found = stored.find(without(known, named));
        points.putAll(found);
        found.values().forEach(point -> known.put(point.asOf(), point));
        List<Moment> missing = moments.stream()
                .filter(moment -> !known.containsKey(moment.asOf()))
                .toList();
        Queue<ImbalancePoint> computed = new ConcurrentLinkedQueue<>();
        try {
            compute(missing, range, model, computed);
        } finally {
            // Also if the pool was too busy for the rest: what is found in memory is not stored later.
            Map<String, ImbalancePoint> made = new HashMap<>();
            computed.forEach(point -> made.put(Objects.requireNonNull(named.get(point.asOf())), point));
            points.putAll(made);
            stored.keep(made);
        }
        computed.forEach(point -> known.put(point.asOf(), point));
        return moments.stream().map(moment -> known.get(moment.asOf())).toList();
    }

    private static Map<Instant, String> without(Map<Instant, ImbalancePoint> known, Map<Instant, String> named) {
        Map<Instant, String> unknown = new HashMap<>(named);
        unknown.keySet().removeAll(known.keySet());
        return unknown;
    }

    private void compute(List<Moment> moments, Range range, Model model, Queue<ImbalancePoint> computed) {
        for (List<List<Moment>> portion : portions(pieces(moments), range)) {
            List<Moment> all = portion.stream().flatMap(List::stream).toList();
            Map<Book, LevelHistory> made = runs.of(PastBooks.wanted(all, range).values(), model, pool);
            pool.computeAll(portion.stream()
                    .<Callable<Boolean>>map(piece -> () -> computed.addAll(draw(piece, new PastBooks(range, made))))
                    .toList());
        }
    }

    /// So many pieces at a time that the runs of the model behind them can all be kept until they are drawn.
    private List<List<List<Moment>>> portions(List<List<Moment>> pieces, Range range) {
        List<List<List<Moment>>> portions = new ArrayList<>();
        long left = 0;
        for (List<Moment> piece : pieces) {
            long kilobytes = PastBooks.wanted(piece, range).values().stream()
                    .mapToLong(Wanted::kilobytes)
                    .sum();
            if (portions.isEmpty() || kilobytes > left) {
                portions.add(new ArrayList<>());
                left = runs.roomFor();
            }
            portions.getLast().add(piece);
            left -= kilobytes;
        }
        return portions;
    }

    private static List<ImbalancePoint> draw(List<Moment> piece, PastBooks books) {
        return piece.stream().map(books::draw).toList();
    }

    /// Moments of one week that are drawn from the same runs of the model are drawn in one walk.
    private static List<List<Moment>> pieces(List<Moment> moments) {
        List<List<Moment>> pieces = new ArrayList<>();
        for (Moment moment : moments) {
            if (pieces.isEmpty() || !goOn(pieces.getLast().getLast(), moment)) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(moment);
        }
        return pieces;
    }

    private static boolean goOn(Moment moment, Moment next) {
        return LevelWalk.weekOf(moment.asOf()).equals(LevelWalk.weekOf(next.asOf()))
                && moment.books().equals(next.books());
    }
}
