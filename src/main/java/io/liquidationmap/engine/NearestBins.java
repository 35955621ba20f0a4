package io.liquidationmap.engine;

/// Splits amounts between the two bins around their levels, in proportion to nearness.
final class NearestBins {

    /// How many neighbouring rows, from that of the entry on, are written.
    static final int ROWS = 3;

    private NearestBins() {}

    /// Splits what several cohorts open at one entry, whose levels lie in two of three neighbouring rows.
    ///
    /// Without a branch, and with every array read and written at the loop's own index, up to the end of one that is
    /// written, this is compiled to instructions for several cohorts at once; more arithmetic in one loop would be too
    /// much for that.
    ///
    /// @param part of a bin, from the first row to the entry, in [0, 1)
    /// @param partialOffsets by cohort, what its level is more than whole bins away from an entry, in [0, 1)
    /// @param amounts by cohort
    /// @param share of the amounts that is split
    /// @param fromCohort the first one of which something is
    static void split(
            double part,
            double[] partialOffsets,
            double[] amounts,
            double share,
            double[] first,
            double[] second,
            double[] third,
            int fromCohort) {
        for (int k = fromCohort; k < first.length; k++) {
            double amount = amounts[k] * share;
            // From the second row to the level, in [-1, 1).
            double away = part + partialOffsets[k] - 1;
            double distance = Math.abs(away);
            first[k] += amount * (0.5 * (distance - away));
            second[k] += amount * (1 - distance);
            third[k] += amount * (0.5 * (distance + away));
        }
    }
}
