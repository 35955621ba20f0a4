package io.liquidationmap.engine;

/// One side of a [LevelMap]: the quantity at each level, by cohort, in bins of log price, and the parts of open
/// interest that have no level in it. Immutable; quantities in the conserved unit.
///
/// Bin `b` stands for the prices within half a grid step of `exp(b · step)`. In the conserved model
/// `levels + unlevered + openedBefore + sweptSince = openInterest`, each term computed by itself.
public final class SideLevels {

    private final double gridStep;
    private final int firstBin;
    private final double[][] quantities;
    private final double unlevered;
    private final double openedBefore;
    private final double sweptSince;
    private final double openInterest;

    /// @param quantities by cohort, then by bin from `firstBin` on; not copied, so the caller must let go of it
    SideLevels(
            double gridStep,
            int firstBin,
            double[][] quantities,
            double unlevered,
            double openedBefore,
            double sweptSince,
            double openInterest) {
        this.gridStep = gridStep;
        this.firstBin = firstBin;
        this.quantities = quantities;
        this.unlevered = unlevered;
        this.openedBefore = openedBefore;
        this.sweptSince = sweptSince;
        this.openInterest = openInterest;
    }

    /// Width of a bin in log price.
    public double gridStep() {
        return gridStep;
    }

    /// The lowest bin that may hold something.
    public int firstBin() {
        return firstBin;
    }

    /// The highest bin that may hold something; below [#firstBin()] if there is none.
    public int lastBin() {
        return quantities.length == 0 ? firstBin - 1 : firstBin + quantities[0].length - 1;
    }

    /// What one cohort holds at one level.
    ///
    /// @param cohort index into [LevelMap#labels()]
    /// @param bin any bin; outside of first to last the answer is 0
    public double quantity(int cohort, int bin) {
        return bin < firstBin || bin > lastBin() ? 0 : quantities[cohort][bin - firstBin];
    }

    /// Sum over all cohorts and levels: what was opened in the range, is still open and can be liquidated.
    public double levels() {
        double total = 0;
        for (double[] row : quantities) {
            for (double quantity : row) {
                total += quantity;
            }
        }
        return total;
    }

    /// Opened in the range, still open, without a level.
    public double unlevered() {
        return unlevered;
    }

    /// Still open, but opened before the range, with or without a level, or before the history began.
    public double openedBefore() {
        return openedBefore;
    }

    /// Swept by price since [LevelMap#openInterestAt()]; 0 unless the latest bars lack open interest.
    public double sweptSince() {
        return sweptSince;
    }

    /// Open interest at [LevelMap#openInterestAt()] as the exchange published it.
    public double openInterest() {
        return openInterest;
    }

    /// What the parts fail to explain: `openInterest − (levels + unlevered + openedBefore + sweptSince)`. Rounding
    /// in the conserved model; in the opened model the negative of its overstatement.
    public double difference() {
        return openInterest - (levels() + unlevered + openedBefore + sweptSince);
    }
}
