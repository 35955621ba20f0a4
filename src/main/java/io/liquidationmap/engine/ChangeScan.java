package io.liquidationmap.engine;

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
            double[] unchanged = side.shown();
            return new SideChanges(firstBin, unchanged, new double[bins], new double[bins], unchanged);
        }
        double[] before = side.standing();
        double[] opened = new double[bins];
        double[] swept = new double[bins];
        for (int row = from + 1; row <= to; row++) {
            side.addSweptBy(row, swept);
            levels.enterUpTo(row);
            side.addOpened(row, opened);
        }
        double[] standing = side.standing();
        double[] after = side.shown();
        for (int i = 0; i < bins; i++) {
            // What the last close has passed was opened in the last bar, and is shown at another distance.
            opened[i] += after[i] - standing[i];
        }
        return new SideChanges(firstBin, before, opened, swept, after);
    }
}
