package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How far a modelled map is from the levels of known positions. Where only a part of the positions is known, the
/// modelled amounts are scaled to that part first, each side to its own.
///
/// @param amounts the modelled and the known amount out to ±5, 10 and 20 %, side by side; without sides of which
///     nothing is known
/// @param clusterHitRate the share of the ten heaviest known clusters within ±20 % whose peak has that of one of the ten
///     heaviest modelled ones within half a percent of the price, in \[0, 1]; NaN where no known one is there
public record MapComparison(List<Amount> amounts, double clusterHitRate) {

    /// The distances at which amounts are compared, as fractions of the price.
    public static final List<Double> DISTANCES = List.of(0.05, 0.10, 0.20);

    private static final int CLUSTERS = 10;

    private static final double CLUSTER_REACH = 0.20;
    private static final double SAME_CLUSTER = 0.005;

    /// Less than this part of what is known counts as this: an amount that is all but zero would otherwise decide alone.
    private static final double FLOOR = 1e-4;

    public MapComparison {
        amounts = List.copyOf(amounts);
    }

    /// Compares.
    ///
    /// @param known the positions that are known
    /// @param openInterestUsd all positions of one side, US dollars; where it is not known, zero, no amount is compared
    public static MapComparison of(KnownLevels known, double openInterestUsd, ModelledAmounts modelled) {
        List<Amount> amounts = new ArrayList<>();
        for (double distance : DISTANCES) {
            for (Side side : Side.values()) {
                double knownUsd = known.knownUsd(side);
                if (knownUsd > 0 && openInterestUsd > 0) {
                    amounts.add(new Amount(
                            distance,
                            side,
                            known.usdWithin(side, distance),
                            modelled.usdWithin(side, distance) * knownUsd / openInterestUsd,
                            FLOOR * knownUsd));
                }
            }
        }
        return new MapComparison(amounts, hitRate(nearest(known::clusters), nearest(modelled::clusters)));
    }

    /// How far amounts out to a distance are off, as a factor of at least 1: e to the mean over both sides of
    /// |ln(modelled / known)|. NaN where nothing is known.
    ///
    /// @param distance one of [#DISTANCES]
    public double factorError(double distance) {
        return Math.exp(amounts.stream()
                .filter(amount -> Double.compare(amount.distance, distance) == 0)
                .mapToDouble(amount -> Math.abs(amount.logRatio()))
                .average()
                .orElse(Double.NaN));
    }

    private static List<Cluster> nearest(ClusterSource source) {
        return Arrays.stream(Side.values())
                .flatMap(side -> source.clusters(side, Integer.MAX_VALUE).stream())
                .filter(cluster -> Math.abs(cluster.distance()) <= CLUSTER_REACH)
                .sorted(Comparator.comparingDouble(Cluster::usd).reversed())
                .limit(CLUSTERS)
                .toList();
    }

    private static double hitRate(List<Cluster> known, List<Cluster> modelled) {
        return known.stream()
                .mapToDouble(cluster -> isNear(cluster, modelled.stream()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean isNear(Cluster cluster, Stream<Cluster> others) {
        return others.anyMatch(other -> Math.abs(other.distance() - cluster.distance()) <= SAME_CLUSTER);
    }

    @FunctionalInterface
    private interface ClusterSource {
        List<Cluster> clusters(Side side, int limit);
    }

    /// What a modelled map must tell to be compared.
    public interface ModelledAmounts {

        /// What is liquidated if price goes so far.
        ///
        /// @param distance as a fraction of the price, in (0, 1)
        /// @return US dollars at the current price, of all positions
        double usdWithin(Side side, double distance);

        /// The heaviest clusters of a side, heaviest first.
        ///
        /// @param limit how many at most
        List<Cluster> clusters(Side side, int limit);
    }

    /// Two amounts that would be equal if the model were right.
    ///
    /// @param distance as a fraction of the price
    /// @param side longs below the price, shorts above
    /// @param knownUsd of known positions, US dollars
    /// @param modelledUsd as modelled, scaled to the part that is known, US dollars
    /// @param floorUsd less counts as this
    public record Amount(double distance, Side side, double knownUsd, double modelledUsd, double floorUsd) {

        /// ln(modelled / known): above zero where the model has too much.
        public double logRatio() {
            return Math.log(Math.max(modelledUsd, floorUsd) / Math.max(knownUsd, floorUsd));
        }
    }
}
