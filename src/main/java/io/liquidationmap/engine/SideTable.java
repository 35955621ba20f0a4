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

    /// Two ways to add up a position differ by less, in bins.
    private static final double ROUNDING = 1e-6;

    private final Side side;
    private final double leveredShare;
    private final double[] share;
    private final double[] offset;

    /// By cohort, the lowest offset of those up to it, and the highest of those from it on.
    private final double[] deepestUpTo;

    private final double[] shallowestFrom;
    private final int[] wholeOffset;
    private final double[] partialOffset;
    private final int deepestWholeOffset;
    private final int shallowestWholeOffset;

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
        deepestUpTo = offset.clone();
        shallowestFrom = offset.clone();
        for (int k = 1; k < offset.length; k++) {
            deepestUpTo[k] = Math.min(deepestUpTo[k], deepestUpTo[k - 1]);
            int mirrored = offset.length - 1 - k;
            shallowestFrom[mirrored] = Math.max(shallowestFrom[mirrored], shallowestFrom[mirrored + 1]);
        }
        wholeOffset =
                Arrays.stream(offset).mapToInt(way -> (int) Math.floor(way)).toArray();
        partialOffset = Arrays.stream(offset).map(way -> way - Math.floor(way)).toArray();
        deepestWholeOffset = Arrays.stream(wholeOffset).min().orElse(0);
        shallowestWholeOffset = Arrays.stream(wholeOffset).max().orElse(0);
    }

    Side side() {
        return side;
    }

    /// How many cohorts there are.
    int size() {
        return share.length;
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

    /// The first cohort with a level below bin `edge`; the number of cohorts if there is none.
    ///
    /// @param entry the lowest entry
    /// @param near a cohort that may be it: the nearer, the sooner it is found
    int firstBelow(int edge, double entry, int near) {
        int k = near;
        while (k > 0 && entry + deepestUpTo[k - 1] < edge) {
            k--;
        }
        while (k < offset.length && entry + deepestUpTo[k] >= edge) {
            k++;
        }
        return k;
    }

    /// The cohort from which on, to the last, all levels lie wholly below bin `edge`.
    ///
    /// @param entry the highest entry
    /// @param near a cohort that may be it: the nearer, the sooner it is found
    int allBelow(int edge, double entry, int near) {
        int k = near;
        while (k > 0 && entry + shallowestFrom[k - 1] + 1 < edge) {
            k--;
        }
        while (k < offset.length && entry + shallowestFrom[k] + 1 >= edge) {
            k++;
        }
        return k;
    }

    /// [#offset(int)] in whole bins, rounded down.
    int wholeOffset(int k) {
        return wholeOffset[k];
    }

    /// By cohort, how much more the offset is than whole bins, in [0, 1). Not to be written to.
    double[] partialOffsets() {
        return partialOffset;
    }

    /// The lowest of all whole offsets: the way to the farthest level.
    int deepestWholeOffset() {
        return deepestWholeOffset;
    }

    /// The highest bin that what is opened at an entry may have a level in.
    ///
    /// @param entry the highest entry
    int highestBin(double entry) {
        double shallowest = shallowestFrom.length == 0 ? 0 : shallowestFrom[0];
        return (int) Math.floor(entry + shallowest + ROUNDING) + 1;
    }

    /// The highest of all whole offsets: the way to the nearest level.
    int shallowestWholeOffset() {
        return shallowestWholeOffset;
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
