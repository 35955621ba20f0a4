package io.liquidationmap.simulation;

import java.util.SplittableRandom;

/// Chance, the same on every platform: nothing here depends on how a processor rounds a logarithm, as the JDK's own
/// Gaussian does.
final class Dice {

    private static final double UNIT = 0x1.0p-53;

    private final SplittableRandom random;
    private double spare = Double.NaN;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /// An independent sequence.
    Dice split() {
        return new Dice(random.split());
    }

    /// In [0, 1).
    double uniform() {
        return (random.nextLong() >>> 11) * UNIT;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// In [low, high], its logarithm evenly spread.
    double logBetween(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    /// In [0, bound).
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /// With mean 1.
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * gaussian());
    }

    /// Standard normal, by Marsaglia's polar method.
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * scale;
                return x * scale;
            }
        }
    }
}
