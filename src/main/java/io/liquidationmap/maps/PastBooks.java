package io.liquidationmap.maps;

import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.Moment.Part;
import io.liquidationmap.market.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The runs of the model behind a few neighbouring moments: those at hand, and new ones where other parameters were
/// known then. For one thread.
final class PastBooks {

    private final Model model;
    private final Map<Book, Integer> barsNeeded = new HashMap<>();
    private final Map<Book, LevelHistory> runs = new HashMap<>();

    PastBooks(List<Moment> moments, Model model) {
        this.model = model;
        for (Moment moment : moments) {
            for (Part part : moment.parts()) {
                barsNeeded.merge(part.book(), part.last() + 1, Math::max);
            }
        }
    }

    /// The imbalance as of one of the moments.
    ImbalancePoint draw(Moment moment, Range range) {
        List<Contribution> contributions =
                moment.parts().stream().map(this::contribution).toList();
        double price = ModelledSnapshot.commonPrice(contributions);
        List<LiquidationMap.Part> parts = contributions.stream()
                .map(contribution -> new LiquidationMap.Part(
                        contribution.instrument().venue().name(), contribution.levelsOnly(range)))
                .toList();
        LiquidationMap map = LiquidationMap.of(price, parts);
        List<DistanceImbalance> imbalance = new ArrayList<>();
        for (double pct : DistanceImbalance.DISTANCES_PCT) {
            imbalance.add(new DistanceImbalance(pct, map.imbalance(pct / 100)));
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

    /// What the model made of the bars of one of the parts.
    LevelHistory levels(Part part) {
        HeldSeries held = part.series().held();
        return part.isModelled() ? held.levels() : runs.computeIfAbsent(part.book(), book -> run(book, held));
    }

    private LevelHistory run(Book book, HeldSeries held) {
        LevelBook run = model.newBook(book.parameters(), book.interval());
        run.advance(held.bars(), 0, barsNeeded.getOrDefault(book, 0));
        return run.history();
    }
}
