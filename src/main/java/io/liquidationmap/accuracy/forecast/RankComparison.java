package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.accuracy.forecast.BlockBootstrap.Band;
import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import java.util.Arrays;

/// Ways of predicting the same amounts, side by side.
final class RankComparison {

    private final double[] realised;
    private final Ranks realisedRanks;
    private final Ranks naiveRanks;
    private final BlockBootstrap bootstrap;
    private final int[] once;

    /// @param realised what happened
    /// @param naive what the others are compared with
    RankComparison(double[] realised, double[] naive, BlockBootstrap bootstrap) {
        this.realised = realised;
        this.bootstrap = bootstrap;
        realisedRanks = new Ranks(realised);
        naiveRanks = new Ranks(naive);
        once = new int[realised.length];
        Arrays.fill(once, 1);
    }

    MethodScore method(double[] predicted) {
        double ratio = Arrays.stream(predicted).sum() / Arrays.stream(realised).sum();
        double[] scaled = Arrays.stream(predicted).map(usd -> usd / ratio).toArray();
        return new MethodScore(
                Ranks.correlation(new Ranks(predicted), realisedRanks, once),
                Deviance.TWEEDIE.explained(predicted, realised),
                Deviance.POISSON.explained(predicted, realised),
                Deviance.TWEEDIE.explained(scaled, realised),
                ratio);
    }

    /// Rank correlation of a method minus that of the naive model.
    Difference advantage(double[] predicted) {
        Ranks ranks = new Ranks(predicted);
        Band band = bootstrap.band(weights -> advantage(ranks, weights));
        return new Difference(advantage(ranks, once), band.low(), band.high());
    }

    private double advantage(Ranks predicted, int[] weights) {
        return Ranks.correlation(predicted, realisedRanks, weights)
                - Ranks.correlation(naiveRanks, realisedRanks, weights);
    }
}
