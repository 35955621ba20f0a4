package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How good predictions were, with the size of the sample and with what has no need of a map beside them. All rows are
/// of the same buckets.
///
/// @param buckets how many stretches of time
/// @param pairs how many predictions: one for each bucket and side whose liquidations are known
/// @param from beginning of the first bucket
/// @param to end of the last bucket
/// @param map the map that is scored
/// @param naive the naive range model
/// @param control a map made useless on purpose
/// @param skill rank correlation of the map minus that of the naive model: what the map adds to the distance
/// @param controlSkill the same of the control, which must not be above 0
/// @param calibration of the map
public record ForecastScore(
        int buckets,
        int pairs,
        Instant from,
        Instant to,
        MethodScore map,
        MethodScore naive,
        MethodScore control,
        Difference skill,
        Difference controlSkill,
        Calibration calibration) {

    private static final long BLOCK_DAYS = 5;

    /// One way of predicting.
    ///
    /// @param spearman rank correlation of predicted and realised
    /// @param tweedieExplained part of the Tweedie deviance explained, as predicted; below 0 worse than the mean
    /// @param poissonExplained part of the Poisson deviance explained, as predicted
    /// @param tweedieExplainedAtScale part of the Tweedie deviance explained once the sum is right, which leaves open
    ///     how large the forced share is and how many venues were counted
    /// @param predictedToRealised sum of the predictions / sum of what was force-closed
    public record MethodScore(
            double spearman,
            double tweedieExplained,
            double poissonExplained,
            double tweedieExplainedAtScale,
            double predictedToRealised) {}

    /// The difference of two rank correlations.
    ///
    /// @param value as found
    /// @param low lower end of the 95 % interval by moving blocks of 5 days, or NaN for a sample of less than 15
    /// @param high upper end
    public record Difference(double value, double low, double high) {}

    /// Scores the predictions for which the naive model had a word.
    ///
    /// @param bucket length of the buckets
    /// @return empty if there are none
    public static Optional<ForecastScore> of(List<Forecast> forecasts, Interval bucket) {
        List<Forecast> compared = forecasts.stream()
                .filter(forecast -> !Double.isNaN(forecast.naiveUsd()))
                .sorted(Comparator.comparing(Forecast::bucketStart).thenComparing(Forecast::side))
                .toList();
        return compared.isEmpty() ? Optional.empty() : Optional.of(score(compared, bucket));
    }

    /// The same for one side alone.
    public static Optional<ForecastScore> of(List<Forecast> forecasts, Interval bucket, Side side) {
        return of(forecasts.stream().filter(forecast -> forecast.side() == side).toList(), bucket);
    }

    private static ForecastScore score(List<Forecast> forecasts, Interval bucket) {
        double[] realised = column(forecasts, Forecast::realisedUsd);
        double[] predicted = column(forecasts, Forecast::predictedUsd);
        double[] naive = column(forecasts, Forecast::naiveUsd);
        double[] control = column(forecasts, Forecast::controlUsd);
        int[] slots = slots(forecasts);
        RankComparison comparison = new RankComparison(
                realised,
                naive,
                new BlockBootstrap(slots, Math.toIntExact(BLOCK_DAYS * Interval.ONE_DAY.millis() / bucket.millis())));
        return new ForecastScore(
                slots[slots.length - 1] + 1,
                forecasts.size(),
                forecasts.getFirst().bucketStart(),
                forecasts.getLast().bucketStart().plus(bucket.duration()),
                comparison.method(predicted),
                comparison.method(naive),
                comparison.method(control),
                comparison.advantage(predicted),
                comparison.advantage(control),
                Calibration.of(predicted, realised));
    }

    private static int[] slots(List<Forecast> forecasts) {
        int[] slots = new int[forecasts.size()];
        for (int i = 1; i < slots.length; i++) {
            boolean same =
                    forecasts.get(i).bucketStart().equals(forecasts.get(i - 1).bucketStart());
            slots[i] = slots[i - 1] + (same ? 0 : 1);
        }
        return slots;
    }

    private static double[] column(List<Forecast> forecasts, ToDoubleFunction<Forecast> value) {
        return forecasts.stream().mapToDouble(value).toArray();
    }
}
