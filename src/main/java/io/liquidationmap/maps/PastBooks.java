package io.liquidationmap.maps;

import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelTotals;
import io.liquidationmap.engine.LevelWalk;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.Moment.Part;
import io.liquidationmap.maps.PastRuns.Wanted;
import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The runs of the model behind a few neighbouring moments: that of the series, and others where other parameters were
/// known then. What it draws is drawn on one thread.
final class PastBooks {

    private final Range range;
    private final Map<Book, LevelHistory> runs;
    private final Map<Book, LevelWalk> walks = new HashMap<>();

    /// @param range before each of the moments
    /// @param runs all that are [#wanted(List, Range)]
    PastBooks(Range range, Map<Book, LevelHistory> runs) {
        this.range = range;
        this.runs = runs;
    }

    /// The runs that some moments need besides those of their series.
    static Map<Book, Wanted> wanted(List<Moment> moments, Range range) {
        Map<Book, Wanted> wanted = new LinkedHashMap<>();
        for (Moment moment : moments) {
            for (Part part : moment.parts()) {
                if (!part.isModelled()) {
                    HeldSeries held = part.series().held();
                    Instant from = range.before(LevelWalk.weekOf(held.bars().closeTime(part.last())));
                    wanted.merge(part.book(), new Wanted(part.book(), held, from, part.last() + 1), Wanted::and);
                }
            }
        }
        return wanted;
    }

    /// The imbalance as of one of the moments, which must be asked for in their order.
    ImbalancePoint draw(Moment moment) {
        List<Contribution> contributions =
                moment.parts().stream().map(this::contribution).toList();
        double price = ModelledSnapshot.commonPrice(contributions);
        List<LevelTotals> levels = moment.parts().stream().map(this::totals).toList();
        List<DistanceImbalance> imbalance = new ArrayList<>();
        for (double pct : DistanceImbalance.DISTANCES_PCT) {
            imbalance.add(new DistanceImbalance(pct, LevelTotals.imbalance(price, pct / 100, levels)));
        }
        List<Coverage> coverage = contributions.stream()
                .map(contribution -> contribution.coverage(range, moment.asOf()))
                .toList();
        return new ImbalancePoint(
                moment.asOf(),
                price,
                imbalance,
                coverage.stream().anyMatch(Coverage::warmingUp),
                coverage.stream().anyMatch(Coverage::degraded),
                coverage.stream().anyMatch(Coverage::stale));
    }

    private Contribution contribution(Part part) {
        HeldSeries held = part.series().held();
        return new Contribution(part.instrument(), part.model(), held.with(levels(part)), part.last());
    }

    private LevelTotals totals(Part part) {
        return walks.computeIfAbsent(part.book(), _ -> levels(part).walk(range))
                .at(part.series().held().bars().closeTime(part.last()));
    }

    /// What the model made of the bars of one of the parts.
    LevelHistory levels(Part part) {
        return part.isModelled()
                ? part.series().held().levels()
                : Objects.requireNonNull(runs.get(part.book()), "asked for a moment that was not announced");
    }
}
