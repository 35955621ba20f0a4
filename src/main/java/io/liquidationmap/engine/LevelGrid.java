package io.liquidationmap.engine;

import java.util.Arrays;

/// An amount per cohort and bin of one side, counted in that side's own direction ([CohortTable]): higher bins are
/// nearer to the price and are reached first. Mutable; grows where it is written.
///
/// The cohorts of a bin lie next to each other, for price clears whole bins.
final class LevelGrid {

    private static final int SPARE_BINS = 256;

    private final int cohorts;
    private double[] amounts = {};
    private int lowestBin;
    private int endBin;
    private int nearestBin = Integer.MIN_VALUE;

    LevelGrid(int cohorts) {
        this.cohorts = cohorts;
    }

    LevelGrid copy() {
        LevelGrid copy = new LevelGrid(cohorts);
        copy.amounts = amounts.clone();
        copy.lowestBin = lowestBin;
        copy.endBin = endBin;
        copy.nearestBin = nearestBin;
        return copy;
    }

    void clear() {
        Arrays.fill(amounts, 0);
        nearestBin = Integer.MIN_VALUE;
    }

    /// Makes room for positions in `[from, to]`.
    void makeRoom(double from, double to) {
        int first = (int) Math.floor(from);
        int end = (int) Math.floor(to) + 2;
        if (first >= lowestBin && end <= endBin) {
            return;
        }
        boolean empty = amounts.length == 0;
        int newLowest = empty ? first : Math.min(lowestBin, first - SPARE_BINS);
        int newEnd = empty ? end : Math.max(endBin, end + SPARE_BINS);
        double[] roomier = new double[(newEnd - newLowest) * cohorts];
        System.arraycopy(amounts, 0, roomier, empty ? 0 : (lowestBin - newLowest) * cohorts, amounts.length);
        amounts = roomier;
        lowestBin = newLowest;
        endBin = newEnd;
    }

    /// Adds an amount at a position there is room for, split between the two bins around it in proportion to nearness.
    void add(int cohort, double position, double amount) {
        double floor = Math.floor(position);
        double upperPart = amount * (position - floor);
        int bin = (int) floor;
        int at = (bin - lowestBin) * cohorts + cohort;
        amounts[at] += amount - upperPart;
        amounts[at + cohorts] += upperPart;
        nearestBin = Math.max(nearestBin, bin + 1);
    }

    /// Clears the bins from `edge` up and adds what they held to `cleared`, by cohort. Bins beyond the nearest one are
    /// empty already, so over time each bin is visited about as often as price returns to it.
    void clearFrom(int edge, double[] cleared) {
        int from = Math.max(edge, lowestBin);
        for (int bin = nearestBin; bin >= from; bin--) {
            int at = (bin - lowestBin) * cohorts;
            for (int k = 0; k < cohorts; k++) {
                cleared[k] += amounts[at + k];
                amounts[at + k] = 0;
            }
        }
        nearestBin = Math.min(nearestBin, edge - 1);
    }

    /// Multiplies everything a cohort holds.
    void scale(int cohort, double factor) {
        for (int at = cohort; at < amounts.length; at += cohorts) {
            amounts[at] *= factor;
        }
    }

    /// What a cohort holds in a bin.
    double amount(int cohort, int bin) {
        return bin < lowestBin || bin >= endBin ? 0 : amounts[(bin - lowestBin) * cohorts + cohort];
    }
}
