package io.liquidationmap.accuracy.forecast;

import java.util.Collection;
import java.util.Optional;

/// The model a map must beat: what is force-closed on a side is `c · open interest · excursion^γ`, whatever levels
/// there are. It is told how far price went against the side, just as the map is, because most of what can be known
/// of liquidations follows from that alone.
///
/// @param scale c
/// @param exponent γ
record NaiveRangeModel(double scale, double exponent) {

    private static final double LARGEST_EXPONENT = 8;
    private static final double PRECISION = 1e-6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /// Distances below a basis point say nothing of the exponent, but would decide it.
    private static final double SHORTEST_EXCURSION = 1e-4;

    /// What is known of a bucket and side after the fact.
    ///
    /// @param openInterestUsd open interest at its beginning, US dollars
    /// @param excursion how far price went against the side, in log price
    /// @param realisedUsd what was force-closed, US dollars
    record Observation(double openInterestUsd, double excursion, double realisedUsd) {

        boolean isInformative() {
            return openInterestUsd > 0 && excursion >= SHORTEST_EXCURSION;
        }
    }

    /// What is force-closed on a side, US dollars.
    public double usd(double openInterestUsd, double excursion) {
        return excursion > 0 ? scale * openInterestUsd * Math.pow(excursion, exponent) : 0;
    }

    /// The model that explains past buckets best, by the deviance of a Tweedie distribution of power 1.5, which bears
    /// buckets without liquidations and buckets with very many alike. The deviance is convex in ln c and γ, and for
    /// each γ the best c is known, so a golden-section search over γ, from 0 to 8, finds it.
    ///
    /// @return empty if nothing was force-closed
    static Optional<NaiveRangeModel> fit(Collection<Observation> past) {
        Observation[] seen = past.stream().filter(Observation::isInformative).toArray(Observation[]::new);
        double low = 0;
        double high = LARGEST_EXPONENT;
        while (high - low > PRECISION) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (lack(best(left, seen), seen) <= lack(best(right, seen), seen)) {
                high = right;
            } else {
                low = left;
            }
        }
        NaiveRangeModel found = best((low + high) / 2, seen);
        return found.scale > 0 ? Optional.of(found) : Optional.empty();
    }

    /// The best scale for an exponent: where Σ (y − c·m) / √m, the derivative of the deviance, is 0.
    private static NaiveRangeModel best(double exponent, Observation[] seen) {
        NaiveRangeModel unit = new NaiveRangeModel(1, exponent);
        double realised = 0;
        double expected = 0;
        for (Observation one : seen) {
            double root = Math.sqrt(unit.usd(one.openInterestUsd, one.excursion));
            realised += one.realisedUsd / root;
            expected += root;
        }
        return new NaiveRangeModel(expected > 0 ? realised / expected : 0, exponent);
    }

    /// The part of the deviance that depends on the model.
    private static double lack(NaiveRangeModel model, Observation[] seen) {
        double sum = 0;
        for (Observation one : seen) {
            double root = Math.sqrt(model.usd(one.openInterestUsd, one.excursion));
            sum += one.realisedUsd / root + root;
        }
        return sum;
    }
}
