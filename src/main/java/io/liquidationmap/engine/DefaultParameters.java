package io.liquidationmap.engine;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// The uncalibrated parameters. Every number here is a prior, chosen from what is published about leverage on real
/// venues; none was fitted. Reasons and sources: `docs/method.md`.
record DefaultParameters(MarginSchedule margin, ContractType contract, boolean isolatedByDefault) {

    private static final String VERSION = "conserved-1";

    /// Leverages that sliders and buttons offer, and that traders therefore pick.
    private static final List<Double> COMB = List.of(3.0, 5.0, 10.0, 20.0, 25.0, 50.0, 75.0, 100.0, 125.0);

    /// Distances of positions on shared collateral, roughly even in log distance between the teeth of the comb.
    private static final List<Double> FILLER =
            List.of(0.0125, 0.024, 0.033, 0.065, 0.08, 0.125, 0.155, 0.245, 0.29, 0.38, 0.45, 0.55, 0.65, 0.78);

    private static final double UNLEVERED_SHARE = 0.45;
    private static final double UNLEVERED_LIFETIME_DAYS = 20;
    private static final double CHURN_MULTIPLIER = 2;

    private static final double MEDIAN_DISTANCE = 0.20;
    private static final double LOG_DISTANCE_DEVIATION = 0.8;

    private static final double COMB_SHARE_ISOLATED = 0.5;
    private static final double COMB_SHARE_CROSS = 0.3;

    /// Life at a distance of 2 %, and how it grows with distance: the higher the leverage, the shorter the holding.
    private static final double LIFETIME_DAYS = 0.5;

    private static final double LIFETIME_DISTANCE = 0.02;
    private static final double LIFETIME_EXPONENT = 1.35;

    ModelParameters build() {
        List<Cohort> comb = comb();
        double combShare = isolatedByDefault ? COMB_SHARE_ISOLATED : COMB_SHARE_CROSS;
        if (comb.isEmpty()) {
            combShare = 0;
        }
        double levered = 1 - UNLEVERED_SHARE;
        List<Cohort> cohorts = new ArrayList<>();
        cohorts.addAll(withShares(comb, levered * combShare));
        cohorts.addAll(withShares(filler(), levered * (1 - combShare)));
        cohorts.sort(Comparator.comparingDouble(Cohort::lifetimeDays));
        return new ModelParameters(
                VERSION,
                contract,
                cohorts,
                UNLEVERED_LIFETIME_DAYS,
                CHURN_MULTIPLIER,
                new ActivityRule(Duration.ofDays(14), 0.1, 8),
                new EntrySpread(0.25, 0.5, 0.25),
                0,
                new ForcedShare(0.35, 0.55, 0.85),
                0.001);
    }

    /// The comb, its top tooth at the venue's largest leverage, without teeth that the maintenance margin leaves no
    /// room for.
    private List<Cohort> comb() {
        double maintenance = margin.tiers().getFirst().maintenanceMarginRate() + margin.takerFeeRate();
        return COMB.stream()
                .map(leverage -> Math.min(leverage, margin.maxLeverage()))
                .distinct()
                .filter(leverage -> leverage > 1 && 1 / leverage > maintenance)
                .map(leverage -> tooth(leverage, maintenance))
                .toList();
    }

    private List<Cohort> filler() {
        return FILLER.stream()
                .map(distance -> unweighted(Cohort.CROSS, distance, distance))
                .toList();
    }

    /// Liquidation distances of one leverage: the price at which the initial margin 1/L has shrunk to the maintenance
    /// margin m. Linear: long E(1 − 1/L)/(1 − m), short E(1 + 1/L)/(1 + m). Inverse: long E(1 + m)/(1 + 1/L), short
    /// E(1 − m)/(1 − 1/L).
    private Cohort tooth(double leverage, double maintenance) {
        double initialMargin = 1 / leverage;
        double longDistance;
        double shortDistance;
        if (contract == ContractType.LINEAR) {
            longDistance = (initialMargin - maintenance) / (1 - maintenance);
            shortDistance = (initialMargin - maintenance) / (1 + maintenance);
        } else {
            longDistance = (initialMargin - maintenance) / (1 + initialMargin);
            shortDistance = (initialMargin - maintenance) / (1 - initialMargin);
        }
        return unweighted(label(leverage), longDistance, shortDistance);
    }

    private static Cohort unweighted(String label, double longDistance, double shortDistance) {
        double distance = Math.sqrt(longDistance * shortDistance);
        double lifetimeDays = LIFETIME_DAYS * Math.pow(distance / LIFETIME_DISTANCE, LIFETIME_EXPONENT);
        return new Cohort(label, longDistance, shortDistance, 0, 0, lifetimeDays);
    }

    private static String label(double leverage) {
        return BigDecimal.valueOf(leverage)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Gives each cohort the log-normal density at its distance × the width of its cell, scaled to add up to `total`.
    private static List<Cohort> withShares(List<Cohort> cohorts, double total) {
        double[] logDistances = cohorts.stream()
                .mapToDouble(cohort -> Math.log(cohort.distance(Side.LONG) * cohort.distance(Side.SHORT)) / 2)
                .toArray();
        return logDistances.length == 0 ? List.of() : withShares(cohorts, logDistances, total);
    }

    private static List<Cohort> withShares(List<Cohort> cohorts, double[] logDistances, double total) {
        double[] sorted = DoubleStream.of(logDistances).sorted().toArray();
        double[] weights = new double[logDistances.length];
        for (int k = 0; k < weights.length; k++) {
            double z = (logDistances[k] - Math.log(MEDIAN_DISTANCE)) / LOG_DISTANCE_DEVIATION;
            weights[k] = Math.exp(-z * z / 2) * cellWidth(sorted, logDistances[k]);
        }
        double sum = DoubleStream.of(weights).sum();
        List<Cohort> weighted = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            double share = total * weights[k] / sum;
            weighted.add(cohorts.get(k).withStockShares(share, share));
        }
        return weighted;
    }

    /// Half the way to each neighbour; the outermost cells reach as far out as in.
    private static double cellWidth(double[] sorted, double value) {
        if (sorted.length == 1) {
            return 1;
        }
        int at = Arrays.binarySearch(sorted, value);
        double below = at > 0 ? value - sorted[at - 1] : sorted[1] - value;
        double above = at < sorted.length - 1 ? sorted[at + 1] - value : below;
        return (below + above) / 2;
    }
}
