package io.liquidationmap.accuracy.forecast;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// How far amounts are from those predicted, by distributions whose spread grows with their mean as that of
/// liquidations does. Jørgensen, *The Theory of Dispersion Models*, 1997.
enum Deviance {
    /// The variance grows with the mean.
    POISSON((y, mean) -> 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean))),
    /// The Tweedie distribution of power 1.5: a Poisson number of gamma-distributed amounts.
    TWEEDIE((y, mean) -> 4 * square(Math.sqrt(y) - Math.sqrt(mean)) / Math.sqrt(mean));

    /// What is predicted counts as at least this part of the mean amount: both deviances are infinite where nothing
    /// was predicted and something happened.
    static final double FLOOR = 0.01;

    @SuppressWarnings("ImmutableEnumChecker") // Stateless.
    private final DoubleBinaryOperator unit;

    Deviance(DoubleBinaryOperator unit) {
        this.unit = unit;
    }

    /// 1 − deviance of the predictions / deviance of the mean amount: 1 for perfect ones, 0 for ones as good as
    /// knowing the mean, negative for worse ones; NaN if there is nothing to explain.
    double explained(double[] predicted, double[] realised) {
        double mean = Arrays.stream(realised).average().orElse(Double.NaN);
        double left = 0;
        double whole = 0;
        for (int i = 0; i < realised.length; i++) {
            left += unit.applyAsDouble(realised[i], Math.max(predicted[i], FLOOR * mean));
            whole += unit.applyAsDouble(realised[i], mean);
        }
        return whole > 0 ? 1 - left / whole : Double.NaN;
    }

    private static double square(double value) {
        return value * value;
    }
}
