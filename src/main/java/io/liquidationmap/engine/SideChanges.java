package io.liquidationmap.engine;

/// What became of one side's levels between two moments, by bin, in the conserved unit.
final class SideChanges {

    private final int firstBin;
    private final double[] before;
    private final double[] opened;
    private final double[] swept;
    private final double[] closed;
    private final double[] after;

    /// What closed is what is missing: nothing of it is counted as it happens.
    ///
    /// @param firstBin the bin that each of the arrays begins with, counted in the side's own direction ([SideTable]);
    ///     the arrays are not copied, so the caller must let go
    SideChanges(int firstBin, double[] before, double[] opened, double[] swept, double[] after) {
        this.firstBin = firstBin;
        this.before = before;
        this.opened = opened;
        this.swept = swept;
        this.after = after;
        closed = new double[before.length];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = Math.max(0, before[i] + opened[i] - swept[i] - after[i]);
        }
    }

    int firstBin() {
        return firstBin;
    }

    /// What stood at the first moment.
    double[] before() {
        return before;
    }

    double[] opened() {
        return opened;
    }

    double[] swept() {
        return swept;
    }

    double[] closed() {
        return closed;
    }

    /// What stands at the second moment.
    double[] after() {
        return after;
    }
}
