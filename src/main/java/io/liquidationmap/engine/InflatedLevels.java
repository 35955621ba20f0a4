package io.liquidationmap.engine;

import java.util.Arrays;

/// The levels of one side while positions close by themselves. Mutable.
///
/// Closing shrinks a cohort evenly at all its levels, so amounts are kept *inflated*: divided by the part of the cohort
/// that survived since. One multiplication then closes a whole cohort, however many levels it has.
final class InflatedLevels {

    /// A cohort is deflated before its survival comes near the smallest number there is.
    private static final double SMALLEST_SURVIVAL = 1e-200;

    private final SideTable table;
    private final EntrySpread entries;
    private final LevelGrid inflated;
    private final double[] survival;

    /// No cohort's survival is less.
    private double leastSurvival = 1;

    /// The cohort from which on nothing had been swept of what was removed last: the next will be much the same.
    private int untouched;

    /// By cohort, for what is being worked out.
    private final double[] amounts;

    InflatedLevels(SideTable table, EntrySpread entries) {
        this.table = table;
        this.entries = entries;
        inflated = new LevelGrid(table, entries);
        survival = new double[table.size()];
        Arrays.fill(survival, 1);
        amounts = new double[table.size()];
    }

    void clear() {
        inflated.clear();
        Arrays.fill(survival, 1);
        leastSurvival = 1;
    }

    /// Makes room for entries in `[from, to]`.
    void makeRoom(double from, double to) {
        inflated.makeRoom(from, to);
    }

    /// Leaves that part of every cohort.
    ///
    /// @param surviving by cohort, ascending
    /// @param kept the same for all
    void close(double[] surviving, double kept) {
        for (int k = 0; k < survival.length; k++) {
            survival[k] *= surviving[k] * kept;
        }
        leastSurvival *= survival.length == 0 ? 1 : surviving[0] * kept;
        if (leastSurvival < SMALLEST_SURVIVAL) {
            deflate();
        }
    }

    private void deflate() {
        leastSurvival = 1;
        for (int k = 0; k < survival.length; k++) {
            if (survival[k] < SMALLEST_SURVIVAL) {
                inflated.scale(k, survival[k]);
                survival[k] = 1;
            }
            leastSurvival = Math.min(leastSurvival, survival[k]);
        }
    }

    /// Adds new positions at the three entries of a bar, for which there is room.
    ///
    /// @param levered over all cohorts and entries
    void open(double levered, double low, double middle, double high) {
        for (int k = 0; k < survival.length; k++) {
            amounts[k] = levered * table.share(k) / survival[k];
        }
        inflated.add(low, middle, high, amounts, 0);
    }

    /// Takes away what is left of positions opened earlier.
    ///
    /// @param levered what of them has not closed pro rata, over all cohorts and entries
    /// @param left the part that has not closed by itself, by cohort; 0 where it is too little to matter
    /// @param edge the bin from which on everything has been swept since
    void remove(double levered, double[] left, int edge, double low, double middle, double high) {
        for (int k = 0; k < survival.length; k++) {
            amounts[k] = -levered * left[k] * table.share(k) / survival[k];
        }
        untouched = table.allBelow(edge, Math.max(low, high), untouched);
        for (int k = 0; k < untouched; k++) {
            if (left[k] > 0) {
                inflated.addBelow(edge, k, low, amounts[k] * entries.low());
                inflated.addBelow(edge, k, middle, amounts[k] * entries.middle());
                inflated.addBelow(edge, k, high, amounts[k] * entries.high());
            }
        }
        inflated.remove(low, middle, high, amounts, untouched);
    }

    /// Whether any bin from `edge` up may hold something.
    boolean reaches(int edge) {
        return inflated.reaches(edge);
    }

    /// Clears the bins from `edge` up.
    ///
    /// @param swept what they held, by cohort, as a result
    void sweep(int edge, double[] swept) {
        inflated.clearFrom(edge, swept);
        for (int k = 0; k < survival.length; k++) {
            swept[k] *= survival[k];
        }
    }

    /// Adds up by bin what lies in the bins from `edge` up.
    ///
    /// @param target by bin from [#lowestBin()] to [#endBin()]
    void addFrom(int edge, double[] target) {
        inflated.addFrom(edge, survival, target);
    }

    /// What a cohort holds in the bins from `edge` up.
    double sumFrom(int edge, int cohort) {
        return inflated.sumFrom(edge, cohort) * survival[cohort];
    }

    /// The lowest bin there is room for.
    int lowestBin() {
        return inflated.lowestBin();
    }

    /// The bin after the highest there is room for.
    int endBin() {
        return inflated.endBin();
    }
}
