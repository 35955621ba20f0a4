package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// One side of a [LevelMap]: the quantity at each level, by cohort, in bins of log price, and the parts of open
/// interest that have no level in it. Immutable; quantities in the conserved unit.
///
/// Bin `b` stands for the prices within half a grid step of `exp(b · step)`. In the conserved model
/// `levels + unlevered + openedBefore + sweptSince = openInterest`, each term computed by itself.
public final class SideLevels {

    private final Side side;
    private final LogGrid grid;
    private final int nearestBin;
    private final double[][] quantities;
    private final double levels;
    private final double unlevered;
    private final double openedBefore;
    private final double sweptSince;
    private final double openInterest;

    /// @param nearestBin the bin nearest to the price, counted in the side's own direction ([SideTable])
    /// @param quantities by cohort, then by bin from the nearest one outwards; not copied, so the caller must let go
    SideLevels(
            Side side,
            LogGrid grid,
            int nearestBin,
            double[][] quantities,
            double unlevered,
            double openedBefore,
            double sweptSince,
            double openInterest) {
        this.side = side;
        this.grid = grid;
        this.nearestBin = nearestBin;
        this.quantities = quantities;
        this.unlevered = unlevered;
        this.openedBefore = openedBefore;
        this.sweptSince = sweptSince;
        this.openInterest = openInterest;
        double sum = 0;
        for (double[] cohort : quantities) {
            for (double quantity : cohort) {
                sum += quantity;
            }
        }
        levels = sum;
    }

    /// Width of a bin in log price.
    public double gridStep() {
        return grid.step();
    }

    /// The bin nearest to the current price that may hold something.
    public int nearestBin() {
        return side.sign() * nearestBin;
    }

    /// What one cohort holds at one level, in the conserved unit.
    ///
    /// @param cohort index into [LevelMap#labels()]
    /// @param bin any bin; 0 where there is nothing
    public double quantity(int cohort, int bin) {
        int outwards = nearestBin - side.sign() * bin;
        return outwards < 0 || outwards >= depth() ? 0 : quantities[cohort][outwards];
    }

    /// Sum of one cohort's levels, in the conserved unit.
    ///
    /// @param cohort index into [LevelMap#labels()]
    public double quantity(int cohort) {
        double sum = 0;
        for (double quantity : quantities[cohort]) {
            sum += quantity;
        }
        return sum;
    }

    /// Sum over all cohorts and levels: what was opened in the range, is still open and can be liquidated.
    public double levels() {
        return levels;
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
        return openInterest - (levels + unlevered + openedBefore + sweptSince);
    }

    /// How many bins there are, from the nearest one outwards.
    int depth() {
        return quantities.length == 0 ? 0 : quantities[0].length;
    }

    int cohorts() {
        return quantities.length;
    }

    /// What one cohort holds in a bin counted outwards from the nearest one.
    double outwards(int cohort, int bin) {
        return quantities[cohort][bin];
    }

    /// The price between the bins `bin − 1` and `bin`, counted outwards from the nearest one.
    double edge(int bin) {
        return grid.price(side.sign() * (nearestBin - bin + 0.5));
    }
}
