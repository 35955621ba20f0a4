package io.liquidationmap.maps;

import io.liquidationmap.maps.HeatmapView.Column;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Sums up the bars that ended in a step.
///
/// @param contributions not empty
/// @param from beginning of the step
record ColumnPrices(List<Contribution> contributions, Instant from) {

    /// The prices in the step that ends with the moment.
    static Column of(Moment moment, Interval step) {
        List<Contribution> contributions =
                moment.parts().stream().map(Moment.Part::contribution).toList();
        return new ColumnPrices(contributions, moment.asOf().minus(step.duration())).column(moment.asOf());
    }

    private Column column(Instant time) {
        boolean traded = contributions.stream().anyMatch(this::hasBars);
        return new Column(
                time,
                traded ? mean(this::open) : Double.NaN,
                traded ? mean(this::high) : Double.NaN,
                traded ? mean(this::low) : Double.NaN,
                ModelledSnapshot.commonPrice(contributions));
    }

    /// The lowest and the highest price; where no bar ended in the step, the last.
    PriceSpan span() {
        return new PriceSpan(mean(this::low), mean(this::high));
    }

    private double mean(ToDoubleFunction<Contribution> price) {
        return ModelledSnapshot.mean(contributions, price);
    }

    private boolean hasBars(Contribution contribution) {
        return contribution.end().isAfter(from);
    }

    private double open(Contribution contribution) {
        return hasBars(contribution) ? contribution.bars().open(first(contribution)) : contribution.close();
    }

    private double high(Contribution contribution) {
        BarSeries bars = contribution.bars();
        double high = contribution.close();
        for (int i = first(contribution); i <= contribution.last(); i++) {
            high = Math.max(high, bars.high(i));
        }
        return high;
    }

    private double low(Contribution contribution) {
        BarSeries bars = contribution.bars();
        double low = contribution.close();
        for (int i = first(contribution); i <= contribution.last(); i++) {
            low = Math.min(low, bars.low(i));
        }
        return low;
    }

    /// The first bar that ends in the step; the one after the last if none does.
    private int first(Contribution contribution) {
        return contribution.bars().lastClosedAt(from) + 1;
    }
}
