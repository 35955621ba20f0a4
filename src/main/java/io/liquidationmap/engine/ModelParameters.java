package io.liquidationmap.engine;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;

/// Everything the conserved model assumes about the positions of one instrument: plain data, so that a calibration
/// replaces shares without touching code. What the cohorts' stock shares leave open is unlevered: hedged, market
/// making or margined so deeply that it has no level.
///
/// @param version names this set of numbers in every answer computed from it
/// @param contract linear (the conserved unit is the coin) or inverse (it is the US dollar)
/// @param cohorts ascending by lifetime; on each side their stock shares add up to less than 1
/// @param unleveredLifetimeDays mean life of an unlevered position, days of average activity
/// @param churnMultiplier positions close this many times faster than their lifetime says
/// @param activity how volume becomes activity
/// @param entrySpread where in a bar positions are opened
/// @param tiltExponent how strongly taker flow and account ratio tilt leverage to one side; 0 not at all
/// @param forcedShare what part of a level would really be force-closed
/// @param gridStep width of a level bin in log price
public record ModelParameters(
        String version,
        ContractType contract,
        List<Cohort> cohorts,
        double unleveredLifetimeDays,
        double churnMultiplier,
        ActivityRule activity,
        EntrySpread entrySpread,
        double tiltExponent,
        ForcedShare forcedShare,
        double gridStep) {

    public ModelParameters {
        cohorts = List.copyOf(cohorts);
        if (version.isBlank()) {
            throw new IllegalArgumentException("model parameters need a version");
        }
        for (int k = 1; k < cohorts.size(); k++) {
            if (cohorts.get(k).lifetimeDays() < cohorts.get(k - 1).lifetimeDays()) {
                throw new IllegalArgumentException("cohorts must ascend by lifetime");
            }
        }
        for (Side side : Side.values()) {
            if (!(stockShare(cohorts, side) < 1)) {
                throw new IllegalArgumentException("the stock shares of a side must add up to less than 1");
            }
        }
        if (!(unleveredLifetimeDays > 0) || Double.isInfinite(unleveredLifetimeDays)) {
            throw new IllegalArgumentException("the lifetime of unlevered positions must be a positive number");
        }
        if (!(churnMultiplier >= 0) || Double.isInfinite(churnMultiplier)) {
            throw new IllegalArgumentException("a churn multiplier must not be negative");
        }
        if (!Double.isFinite(tiltExponent)) {
            throw new IllegalArgumentException("a tilt exponent must be a finite number");
        }
        if (!(gridStep > 0 && gridStep <= 0.1)) {
            throw new IllegalArgumentException("a grid step must lie between 0 and 0.1");
        }
    }

    /// The uncalibrated parameters of an instrument: a comb of the nominal leverages traders pick, plus a smooth
    /// spread of distances for everything that is not set by a leverage slider. Source: `docs/method.md`.
    ///
    /// @param margin the instrument's tiers; the smallest one's maintenance rate gives the comb its distances, and its
    ///     leverage caps the comb
    /// @param isolatedByDefault whether the venue margins each position by itself unless told otherwise, which makes
    ///     nominal leverages show more clearly
    public static ModelParameters defaults(MarginSchedule margin, ContractType contract, boolean isolatedByDefault) {
        return new DefaultParameters(margin, contract, isolatedByDefault).build();
    }

    /// These parameters with other cohorts, under another version.
    public ModelParameters withCohorts(String newVersion, List<Cohort> newCohorts) {
        return new ModelParameters(
                newVersion,
                contract,
                newCohorts,
                unleveredLifetimeDays,
                churnMultiplier,
                activity,
                entrySpread,
                tiltExponent,
                forcedShare,
                gridStep);
    }

    /// These parameters with other stock shares, under another version.
    ///
    /// @param longShares share of all longs in each cohort, in the order of [#cohorts()]
    /// @param shortShares the same of shorts
    public ModelParameters withStockShares(String newVersion, double[] longShares, double[] shortShares) {
        List<Cohort> shared = new ArrayList<>();
        for (int k = 0; k < cohorts.size(); k++) {
            shared.add(cohorts.get(k).withStockShares(longShares[k], shortShares[k]));
        }
        return withCohorts(newVersion, shared);
    }

    /// These parameters with another tilt.
    public ModelParameters withTiltExponent(double exponent) {
        return new ModelParameters(
                version,
                contract,
                cohorts,
                unleveredLifetimeDays,
                churnMultiplier,
                activity,
                entrySpread,
                exponent,
                forcedShare,
                gridStep);
    }

    /// These parameters with another forced share.
    public ModelParameters withForcedShare(ForcedShare share) {
        return new ModelParameters(
                version,
                contract,
                cohorts,
                unleveredLifetimeDays,
                churnMultiplier,
                activity,
                entrySpread,
                tiltExponent,
                share,
                gridStep);
    }

    /// Share of a side's open interest that has no liquidation level, in (0, 1].
    public double unleveredShare(Side side) {
        return 1 - stockShare(cohorts, side);
    }

    /// Share of newly opened positions that goes to each cohort, in the order of [#cohorts()], as a new array. A
    /// stock is flow times life, so a cohort's share of the flow is proportional to stock share / lifetime; what is
    /// missing to 1 is opened without leverage.
    public double[] flowShares(Side side) {
        double[] flow = new double[cohorts.size()];
        double total = unleveredShare(side) / unleveredLifetimeDays;
        for (int k = 0; k < flow.length; k++) {
            flow[k] = cohorts.get(k).stockShare(side) / cohorts.get(k).lifetimeDays();
            total += flow[k];
        }
        for (int k = 0; k < flow.length; k++) {
            flow[k] /= total;
        }
        return flow;
    }

    /// Part of a side's open interest that is opened in a stretch of time and swept before its end, if price moves so
    /// far against the side in it. In the usual state as much opens as closes; on average half of it comes before the
    /// farthest price.
    ///
    /// @param days length of the stretch, days of average activity
    /// @param distance as a fraction of the price
    public double openedAndSwept(Side side, double days, double distance) {
        double swept = 0;
        for (Cohort cohort : cohorts) {
            if (cohort.distance(side) <= distance) {
                double opened = -Math.expm1(-churnMultiplier * days / cohort.lifetimeDays());
                swept += cohort.stockShare(side) * opened / 2;
            }
        }
        return swept;
    }

    private static double stockShare(List<Cohort> cohorts, Side side) {
        return cohorts.stream().mapToDouble(cohort -> cohort.stockShare(side)).sum();
    }
}
