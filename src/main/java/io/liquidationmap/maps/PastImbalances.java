package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelWalk;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.PastRuns.Wanted;
import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;

/// The imbalances of moments of the past. Each is kept under the name of its input, so that a new bar costs the moments
/// it adds, and a change in the past those after it.
@Component
class PastImbalances {

    // Some tens of megabytes: two years of days for a few dozen questions.
    private static final int POINTS_KEPT = 20_000;

    private final EnginePool pool;
    private final PastRuns runs;
    private final Cache<Key, ImbalancePoint> points =
            Caffeine.newBuilder().maximumSize(POINTS_KEPT).build();

    PastImbalances(EnginePool pool, PastRuns runs) {
        this.pool = pool;
        this.runs = runs;
    }

    /// The imbalance of each moment, in their order. To be called from outside the pool.
    ///
    /// @param moments ascending, each with a part at least
    List<ImbalancePoint> at(List<Moment> moments, Range range, Model model) {
        Map<Instant, ImbalancePoint> known = new HashMap<>();
        List<Moment> missing = new ArrayList<>();
        for (Moment moment : moments) {
            ImbalancePoint point = points.getIfPresent(Key.of(moment, range, model));
            if (point == null) {
                missing.add(moment);
            } else {
                known.put(moment.asOf(), point);
            }
        }
        for (List<List<Moment>> portion : portions(pieces(missing), range)) {
            List<Moment> all = portion.stream().flatMap(List::stream).toList();
            Map<Book, LevelHistory> made = runs.of(PastBooks.wanted(all, range).values(), model, pool);
            List<Callable<List<ImbalancePoint>>> work = portion.stream()
                    .<Callable<List<ImbalancePoint>>>map(
                            piece -> () -> compute(piece, new PastBooks(range, made), range, model))
                    .toList();
            pool.computeAll(work).forEach(piece -> piece.forEach(point -> known.put(point.asOf(), point)));
        }
        return moments.stream().map(moment -> known.get(moment.asOf())).toList();
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

    private List<ImbalancePoint> compute(List<Moment> piece, PastBooks books, Range range, Model model) {
        List<ImbalancePoint> computed = new ArrayList<>();
        for (Moment moment : piece) {
            ImbalancePoint point = books.draw(moment);
            points.put(Key.of(moment, range, model), point);
            computed.add(point);
        }
        return computed;
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

    private record Key(Instant asOf, Range range, Model model, List<String> bars, List<ModelParameters> parameters) {
        static Key of(Moment moment, Range range, Model model) {
            return new Key(
                    moment.asOf(),
                    range,
                    model,
                    moment.parts().stream().map(Moment.Part::name).toList(),
                    moment.parts().stream().map(Moment.Part::parameters).toList());
        }
    }
}
