package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// What became of one instrument's levels between two moments. Immutable.
public final class LevelChanges {

    private final LogGrid grid;
    private final double price;
    private final double usdPerUnit;
    private final SideChanges longs;
    private final SideChanges shorts;

    private LevelChanges(LogGrid grid, double price, double usdPerUnit, SideChanges longs, SideChanges shorts) {
        this.grid = grid;
        this.price = price;
        this.usdPerUnit = usdPerUnit;
        this.longs = longs;
        this.shorts = shorts;
    }

    /// @param first the first row whose positions count
    /// @param from the last row at the first moment; at least the one before `first`
    /// @param to the last row at the second moment
    static LevelChanges of(FlowTable flows, CohortTable cohorts, int first, int from, int to) {
        double price = flows.close(to);
        return new LevelChanges(
                cohorts.grid(),
                price,
                cohorts.contract().usdPerUnit(price),
                side(flows, cohorts, Side.LONG, first, from, to),
                side(flows, cohorts, Side.SHORT, first, from, to));
    }

    private static SideChanges side(FlowTable flows, CohortTable cohorts, Side side, int first, int from, int to) {
        RollingLevels levels = new RollingLevels(flows, cohorts, first, to);
        return new ChangeScan(levels, levels.side(side)).between(from, to);
    }

    LogGrid grid() {
        return grid;
    }

    /// The instrument's own price at the second moment.
    double price() {
        return price;
    }

    /// What a quantity of 1 is worth at that price, US dollars.
    double usdPerUnit() {
        return usdPerUnit;
    }

    SideChanges side(Side side) {
        return side == Side.LONG ? longs : shorts;
    }
}
