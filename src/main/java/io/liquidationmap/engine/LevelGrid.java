package io.liquidationmap.engine;

import java.util.Arrays;

/// An amount per cohort and bin of one side, counted in that side's own direction ([SideTable]): higher bins are
/// nearer to the price and are reached first. Mutable; grows where it is written.
///
/// Each cohort's bins lie next to each other, for what a bar opens in a cohort falls into a few neighbouring ones, and
/// what the next bar opens into the same.
final class LevelGrid {

    private static final int SPARE_BINS = 256;

    private final double[][] amounts;

    /// By cohort, the nearest bin that may hold something.
    private final int[] nearestBin;

    /// No cohort's nearest bin lies above.
    private int highestBin;

    private int lowestBin;
    private int endBin;

    LevelGrid(int cohorts) {
        amounts = new double[cohorts][0];
        nearestBin = new int[cohorts];
        clear();
    }

    private LevelGrid(LevelGrid source) {
        amounts = new double[source.amounts.length][];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = source.amounts[k].clone();
        }
        nearestBin = source.nearestBin.clone();
        highestBin = source.highestBin;
        lowestBin = source.lowestBin;
        endBin = source.endBin;
    }

    LevelGrid copy() {
        return new LevelGrid(this);
    }

    void clear() {
        for (double[] cohort : amounts) {
            Arrays.fill(cohort, 0);
        }
        Arrays.fill(nearestBin, Integer.MIN_VALUE);
        highestBin = Integer.MIN_VALUE;
    }

    /// Makes room for positions in `[from, to]`.
    void makeRoom(double from, double to) {
        int first = (int) Math.floor(from);
        int end = (int) Math.floor(to) + 2;
        if (first >= lowestBin && end <= endBin) {
            return;
        }
        boolean empty = lowestBin == endBin;
        int newLowest = empty ? first : Math.min(lowestBin, first - SPARE_BINS);
        int newEnd = empty ? end : Math.max(endBin, end + SPARE_BINS);
        for (int k = 0; k < amounts.length; k++) {
            double[] roomier = new double[newEnd - newLowest];
            System.arraycopy(amounts[k], 0, roomier, empty ? 0 : lowestBin - newLowest, amounts[k].length);
            amounts[k] = roomier;
        }
        lowestBin = newLowest;
        endBin = newEnd;
    }

    /// Adds what was opened at the three entries of a bar, at levels there is room for.
    ///
    /// @param offset from an entry to its level
    /// @param low position of the first entry; `middle` lies between it and `high`, in either order
    /// @param amount over all three
    void add(int cohort, double offset, double low, double middle, double high, EntrySpread entries, double amount) {
        double[] bins = amounts[cohort];
        add(bins, low + offset, amount * entries.low());
        add(bins, middle + offset, amount * entries.middle());
        add(bins, high + offset, amount * entries.high());
        int nearest = (int) Math.floor(Math.max(low, high) + offset) + 1;
        nearestBin[cohort] = Math.max(nearestBin[cohort], nearest);
        highestBin = Math.max(highestBin, nearest);
    }

    /// Splits an amount between the two bins around a position, in proportion to nearness.
    private void add(double[] bins, double position, double amount) {
        double floor = Math.floor(position);
        double upperPart = amount * (position - floor);
        int bin = (int) floor - lowestBin;
        bins[bin] += amount - upperPart;
        bins[bin + 1] += upperPart;
    }

    /// Whether any bin from `edge` up may hold something: price mostly moves too little to reach any level.
    boolean reaches(int edge) {
        return highestBin >= edge;
    }

    /// Takes away what was added at a position, as far as it lies below `edge`.
    void removeBelow(int edge, int cohort, double position, double amount) {
        double floor = Math.floor(position);
        double upperPart = amount * (position - floor);
        int bin = (int) floor;
        double[] bins = amounts[cohort];
        if (bin < edge) {
            bins[bin - lowestBin] -= amount - upperPart;
        }
        if (bin + 1 < edge) {
            bins[bin + 1 - lowestBin] -= upperPart;
        }
    }

    /// Adds what a cohort holds from bin `edge` up, times a factor, to `target`.
    ///
    /// @param firstBin the bin that `target` begins with; what lies outside it is left out
    void addFrom(int edge, int cohort, double factor, double[] target, int firstBin) {
        double[] bins = amounts[cohort];
        int from = Math.max(edge, Math.max(firstBin, lowestBin));
        int to = Math.min(firstBin + target.length - 1, nearestBin[cohort]);
        for (int bin = from; bin <= to; bin++) {
            target[bin - firstBin] += factor * bins[bin - lowestBin];
        }
    }

    /// What a cohort holds in the bins from `edge` up.
    double sumFrom(int edge, int cohort) {
        double sum = 0;
        for (int bin = Math.max(edge, lowestBin); bin <= nearestBin[cohort]; bin++) {
            sum += amounts[cohort][bin - lowestBin];
        }
        return sum;
    }

    /// Notes that the bins from `edge` up of every cohort have been cleared.
    void clearedFrom(int edge) {
        highestBin = Math.min(highestBin, edge - 1);
    }

    /// Clears a cohort's bins from `edge` up and tells what they held. Bins beyond the nearest one are empty already,
    /// so over time each bin is visited about as often as price returns to it.
    double clearFrom(int edge, int cohort) {
        double cleared = 0;
        double[] bins = amounts[cohort];
        int from = Math.max(edge, lowestBin);
        for (int bin = nearestBin[cohort]; bin >= from; bin--) {
            cleared += bins[bin - lowestBin];
            bins[bin - lowestBin] = 0;
        }
        nearestBin[cohort] = Math.min(nearestBin[cohort], edge - 1);
        return cleared;
    }

    /// Multiplies everything a cohort holds.
    void scale(int cohort, double factor) {
        double[] bins = amounts[cohort];
        for (int i = 0; i < bins.length; i++) {
            bins[i] *= factor;
        }
    }

    /// The lowest bin there is room for.
    int lowestBin() {
        return lowestBin;
    }

    /// The bin after the highest there is room for.
    int endBin() {
        return endBin;
    }

    /// What a cohort holds in a bin.
    double amount(int cohort, int bin) {
        return bin < lowestBin || bin >= endBin ? 0 : amounts[cohort][bin - lowestBin];
    }
}
