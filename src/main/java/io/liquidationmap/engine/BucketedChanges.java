package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Lays what became of one instrument's levels over the buckets of a window.
final class BucketedChanges {

    private static final double ROUNDING = 1e-12;

    private final LevelChanges changes;
    private final PriceWindow window;
    private final PriceAxis.AtMoment axis;

    /// @param price the common price at the second moment
    BucketedChanges(LevelChanges changes, double price, PriceWindow window) {
        this.changes = changes;
        this.window = window;
        double scale = price / changes.price();
        axis = new PriceAxis(changes.grid(), window, scale, scale).at(price, scale, changes.usdPerUnit());
    }

    /// What became of a side's levels: in each bucket, outside the window, and altogether.
    Laid side(Side side) {
        SideChanges quantities = changes.side(side);
        Amounts before = lay(side, quantities, quantities.before());
        Amounts opened = lay(side, quantities, quantities.opened());
        Amounts swept = lay(side, quantities, quantities.swept());
        Amounts closed = lay(side, quantities, quantities.closed());
        Amounts after = lay(side, quantities, quantities.after());
        return new Laid(
                IntStream.range(0, window.buckets())
                        .mapToObj(i ->
                                new Change(before.usd[i], opened.usd[i], swept.usd[i], closed.usd[i], after.usd[i]))
                        .toList(),
                new Change(before.outside(), opened.outside(), swept.outside(), closed.outside(), after.outside()),
                new Change(before.totalUsd, opened.totalUsd, swept.totalUsd, closed.totalUsd, after.totalUsd));
    }

    private Amounts lay(Side side, SideChanges bins, double[] quantities) {
        double[] usd = new double[window.buckets()];
        axis.add(side, quantities, bins.firstBin(), usd);
        return new Amounts(usd, Arrays.stream(quantities).sum() * changes.usdPerUnit());
    }

    /// What became of one side's levels.
    record Laid(List<Change> buckets, Change outside, Change total) {}

    private static final class Amounts {
        private final double[] usd;
        private final double totalUsd;

        Amounts(double[] usd, double totalUsd) {
            this.usd = usd;
            this.totalUsd = totalUsd;
        }

        double outside() {
            double outside = totalUsd - Arrays.stream(usd).sum();
            return outside > ROUNDING * totalUsd ? outside : 0;
        }
    }
}
