package io.liquidationmap.engine;

import java.util.Arrays;

/// Follows one side's levels from row to row and notes, bin by bin, what is opened and swept.
final class ChangeScan {

    private final RollingLevels levels;
    private final RollingSide side;
    private final int firstBin;
    private final int bins;

    /// @param levels into which no row has entered yet
    ChangeScan(RollingLevels levels, RollingSide side) {
        this.levels = levels;
        this.side = side;
        firstBin = side.lowestBin();
        bins = side.endBin() - firstBin;
    }

    /// @param from the row at whose end the first moment lies, or the one before the first that will enter
    /// @param to the last row, from which on
    SideChanges between(int from, int to) {
        levels.enterUpTo(from);
        if (from == to) {
            double[] unchanged = shown();
            return new SideChanges(firstBin, unchanged, new double[bins], new double[bins], unchanged);
        }
        double[] before = standing();
        double[] opened = new double[bins];
        double[] swept = new double[bins];
        for (int row = from + 1; row <= to; row++) {
            side.addSweptBy(row, swept, firstBin);
            levels.enterUpTo(row);
            side.addOpened(row, opened, firstBin);
        }
        double[] standing = standing();
        double[] after = shown();
        for (int i = 0; i < bins; i++) {
            // What the last close has passed was opened in the last bar, and is shown at another distance.
            opened[i] += after[i] - standing[i];
        }
        return new SideChanges(firstBin, before, opened, swept, after);
    }

    private double[] standing() {
        double[] quantities = new double[bins];
        side.addLevels(firstBin, quantities, firstBin);
        return quantities;
    }

    private double[] shown() {
        double[] visible = new double[Math.max(0, side.nearestBin() + 1 - firstBin)];
        side.addMap(visible);
        return Arrays.copyOf(visible, bins);
    }
}
