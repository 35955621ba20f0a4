package io.liquidationmap.engine;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;

/// A model's cohorts as the loops over bars need them: bare arrays in the order of the cohorts, logarithms taken.
/// Immutable.
final class CohortTable {

    private static final double LOWEST_POPULAR_LEVERAGE = 5;
    private static final double HIGHEST_POPULAR_LEVERAGE = 100;

    /// `0.125¹¹ / 11!` is less than the rounding of 1.
    private static final double SMALL = 0.125;

    /// `e^−36` of a quantity is less than its rounding.
    private static final double NEGLIGIBLE = -36;

    private final ContractType contract;
    private final LogGrid grid;
    private final EntrySpread entries;
    private final List<String> labels;
    private final double[] decay;
    private final double unleveredDecay;
    private final SideTable longs;
    private final SideTable shorts;

    private CohortTable(
            ModelParameters parameters,
            List<Cohort> cohorts,
            double[] decay,
            double unleveredDecay,
            double[] longFlow,
            double[] shortFlow) {
        contract = parameters.contract();
        grid = new LogGrid(parameters.gridStep());
        entries = parameters.entrySpread();
        labels = cohorts.stream().map(Cohort::label).toList();
        this.decay = decay;
        this.unleveredDecay = unleveredDecay;
        longs = new SideTable(Side.LONG, cohorts, grid, longFlow);
        shorts = new SideTable(Side.SHORT, cohorts, grid, shortFlow);
    }

    /// The cohorts of the conserved model.
    static CohortTable conserved(ModelParameters parameters) {
        double[] decay = parameters.cohorts().stream()
                .mapToDouble(cohort -> -parameters.churnMultiplier() / cohort.lifetimeDays())
                .toArray();
        return new CohortTable(
                parameters,
                parameters.cohorts(),
                decay,
                -parameters.churnMultiplier() / parameters.unleveredLifetimeDays(),
                parameters.flowShares(Side.LONG),
                parameters.flowShares(Side.SHORT));
    }

    /// The nominal leverages 5 to 100, each as likely, in positions that never close by themselves.
    static CohortTable opened(ModelParameters parameters) {
        List<Cohort> comb =
                parameters.cohorts().stream().filter(CohortTable::isPopular).toList();
        double[] even = new double[comb.size()];
        Arrays.fill(even, 1.0 / comb.size());
        return new CohortTable(parameters, comb, new double[comb.size()], 0, even, even);
    }

    private static boolean isPopular(Cohort cohort) {
        double leverage = cohort.leverage().orElse(0);
        return leverage >= LOWEST_POPULAR_LEVERAGE && leverage <= HIGHEST_POPULAR_LEVERAGE;
    }

    /// What a quantity counts.
    ContractType contract() {
        return contract;
    }

    LogGrid grid() {
        return grid;
    }

    EntrySpread entries() {
        return entries;
    }

    /// One per cohort.
    List<String> labels() {
        return labels;
    }

    /// How many cohorts there are.
    int size() {
        return decay.length;
    }

    /// Logarithm of the part of a cohort that stays open over a day of average activity; 0 or negative, ascending.
    double decay(int k) {
        return decay[k];
    }

    /// Whether so much time leaves too little of a cohort to matter, days of average activity.
    boolean isGone(int k, double activeDays) {
        return decay[k] * activeDays < NEGLIGIBLE;
    }

    /// The same for unlevered positions.
    boolean isUnleveredGone(double activeDays) {
        return unleveredDecay * activeDays < NEGLIGIBLE;
    }

    /// What time leaves of each cohort, from one on.
    ///
    /// @param activeDays how much time, days of average activity
    /// @param surviving the part that does not close by itself, by cohort, as a result
    void survive(double activeDays, int fromCohort, double[] surviving) {
        int k = fromCohort;
        // Cohorts are ordered by lifetime: only the first ones close fast enough to need the library.
        for (; k < decay.length && decay[k] * activeDays <= -SMALL; k++) {
            surviving[k] = Math.exp(decay[k] * activeDays);
        }
        surviveShortly(decay, activeDays, k, surviving);
    }

    /// The same for unlevered positions.
    double survive(double activeDays) {
        double exponent = unleveredDecay * activeDays;
        return exponent > -SMALL ? shortly(exponent) : Math.exp(exponent);
    }

    private static void surviveShortly(double[] decay, double activeDays, int fromCohort, double[] surviving) {
        for (int k = fromCohort; k < decay.length; k++) {
            surviving[k] = shortly(decay[k] * activeDays);
        }
    }

    /// Between two five-minute bars next to nothing closes, and for an exponent that small the first ten terms of the
    /// exponential series are exact to rounding. Unlike a call of the library they are compiled to instructions for
    /// several cohorts at once.
    private static double shortly(double x) {
        double square = x * x;
        double fourth = square * square;
        double low = 1 + x + square * (1.0 / 2 + x * (1.0 / 6));
        double middle = 1.0 / 24 + x * (1.0 / 120) + square * (1.0 / 720 + x * (1.0 / 5_040));
        double high = 1.0 / 40_320 + x * (1.0 / 362_880) + square * (1.0 / 3_628_800);
        return low + fourth * (middle + fourth * high);
    }

    SideTable longs() {
        return longs;
    }

    SideTable shorts() {
        return shorts;
    }
}
