package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;

/// What of a [CohortTable] differs between the sides.
///
/// Each side counts grid positions in its own direction, so that falling numbers lead away from the price: a long's
/// position is as it is, a short's has its sign changed. Whatever is written for one side thereby holds, mirrored, for
/// the other.
final class SideTable {

    private final Side side;
    private final double leveredShare;
    private final double[] share;
    private final double[] offset;
    private final double deepestOffset;
    private final double shallowestOffset;

    /// @param flow share of everything newly opened that goes to each cohort
    SideTable(Side side, List<Cohort> cohorts, LogGrid grid, double[] flow) {
        this.side = side;
        leveredShare = Arrays.stream(flow).sum();
        share = Arrays.stream(flow)
                .map(flowShare -> leveredShare > 0 ? flowShare / leveredShare : 0)
                .toArray();
        offset = cohorts.stream()
                .mapToDouble(cohort -> directed(grid.position(cohort.levelFactor(side))))
                .toArray();
        deepestOffset = Arrays.stream(offset).min().orElse(0);
        shallowestOffset = Arrays.stream(offset).max().orElse(0);
    }

    Side side() {
        return side;
    }

    /// Part of everything newly opened that is levered.
    double leveredShare() {
        return leveredShare;
    }

    /// Part of the newly levered quantity that goes to a cohort; adds up to 1 unless all are 0.
    double share(int k) {
        return share[k];
    }

    /// From the position of a cohort's entry to that of its level; negative.
    double offset(int k) {
        return offset[k];
    }

    /// The lowest of all offsets: the way to the farthest level.
    double deepestOffset() {
        return deepestOffset;
    }

    /// The highest of all offsets: the way to the nearest level.
    double shallowestOffset() {
        return shallowestOffset;
    }

    /// A grid position counted in this side's direction, and back.
    double directed(double position) {
        return side.sign() * position;
    }

    /// The bin, counted in this side's direction, from which on a bar sweeps levels.
    ///
    /// @param low grid position of the bar's low, which sweeps longs
    /// @param high grid position of its high, which sweeps shorts
    int edge(double low, double high) {
        return (int) Math.ceil(directed(side == Side.LONG ? low : high));
    }
}
