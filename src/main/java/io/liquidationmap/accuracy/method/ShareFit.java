package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.TruePosition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Fits the shares of the cohorts to known positions: each position belongs to the cohort whose distance from entry is
/// nearest to its own, and the book's holdings by cohort are to be those of the positions, on the average of the known
/// moments. Price sweeps some cohorts more than others, so a book does not hold what its shares say; they are corrected
/// by the ratio until it does (iterative proportional fitting).
///
/// @param bars the history up to the last known moment or beyond
/// @param known positions at some moments of it, at least one
record ShareFit(BarSeries bars, List<TrueMap> known) {

    private static final int ROUNDS = 6;
    private static final Range EVER = Range.ofDays(730);

    /// A cohort may grow or shrink by no more in one round: at first some hold next to nothing.
    private static final double LARGEST_STEP = 4;

    private static final double SMALLEST_SHARE = 1e-5;
    private static final double LARGEST_LEVERED_SHARE = 0.95;

    /// The parameters with fitted shares.
    ModelParameters from(ModelParameters start) {
        Map<Side, double[]> wanted = byNearestCohort(start.cohorts());
        ModelParameters parameters = start;
        for (int round = 0; round < ROUNDS; round++) {
            parameters = corrected(parameters, wanted, held(parameters));
        }
        return parameters;
    }

    private static ModelParameters corrected(
            ModelParameters parameters, Map<Side, double[]> wanted, Map<Side, double[]> held) {
        double[] longs = corrected(parameters, Side.LONG, wanted, held);
        double[] shorts = corrected(parameters, Side.SHORT, wanted, held);
        List<Cohort> cohorts = new ArrayList<>();
        for (int k = 0; k < longs.length; k++) {
            cohorts.add(parameters.cohorts().get(k).withStockShares(longs[k], shorts[k]));
        }
        return parameters.withCohorts("known-leverage", cohorts);
    }

    private static double[] corrected(
            ModelParameters parameters, Side side, Map<Side, double[]> wanted, Map<Side, double[]> held) {
        double[] want = Objects.requireNonNull(wanted.get(side));
        double[] have = Objects.requireNonNull(held.get(side));
        double[] shares = new double[want.length];
        double total = 0;
        for (int k = 0; k < shares.length; k++) {
            double ratio = Math.clamp(want[k] / have[k], 1 / LARGEST_STEP, LARGEST_STEP);
            shares[k] = Math.max(parameters.cohorts().get(k).stockShare(side) * ratio, SMALLEST_SHARE);
            total += shares[k];
        }
        double scale = Math.min(1, LARGEST_LEVERED_SHARE / total);
        for (int k = 0; k < shares.length; k++) {
            shares[k] *= scale;
        }
        return shares;
    }

    /// The part of open interest that a book with these parameters holds in each cohort.
    private Map<Side, double[]> held(ModelParameters parameters) {
        PositionBook book = new PositionBook(parameters, bars.interval());
        book.advance(bars, 0, bars.size());
        LevelHistory history = book.history();
        Map<Side, double[]> held = nothing(parameters.cohorts().size());
        for (TrueMap positions : known) {
            LevelMap map = history.at(positions.asOf(), EVER);
            held.forEach((side, shares) -> {
                for (int k = 0; k < shares.length; k++) {
                    shares[k] += map.side(side).quantity(k) / map.side(side).openInterest() / known.size();
                }
            });
        }
        return held;
    }

    /// The part of open interest that really was at the distance of each cohort.
    private Map<Side, double[]> byNearestCohort(List<Cohort> cohorts) {
        Map<Side, double[]> shares = nothing(cohorts.size());
        for (TrueMap positions : known) {
            shares.forEach((side, byCohort) -> positions
                    .levels(side)
                    .forEach(position -> byCohort[nearest(cohorts, position)] +=
                            position.coins() / positions.openInterest() / known.size()));
        }
        return shares;
    }

    private static int nearest(List<Cohort> cohorts, TruePosition position) {
        double level = Objects.requireNonNull(position.liquidationPrice());
        // Margin added since, or profit taken out, may have brought the level to the other side of the entry.
        double distance = Math.max(position.side().sign() * (1 - level / position.entry()), 1e-3);
        int nearest = 0;
        for (int k = 1; k < cohorts.size(); k++) {
            if (away(cohorts.get(k), position, distance) < away(cohorts.get(nearest), position, distance)) {
                nearest = k;
            }
        }
        return nearest;
    }

    private static double away(Cohort cohort, TruePosition position, double distance) {
        return Math.abs(Math.log(cohort.distance(position.side()) / distance));
    }

    private static Map<Side, double[]> nothing(int cohorts) {
        Map<Side, double[]> nothing = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            nothing.put(side, new double[cohorts]);
        }
        return nothing;
    }
}
