package io.liquidationmap.engine.calibration;

import io.liquidationmap.market.Side;
import java.util.Arrays;

/// Holds what a channel showed against what the model expects it to show. The variance of an observation grows with
/// the power 1.5 of what is expected, between that of counts and that of amounts which vary by a factor; how large it
/// is in all comes from the observations themselves. Recent periods weigh more.
///
/// Source: Wedderburn, *Quasi-likelihood functions*, Biometrika 61 (1974); the power is that of `docs/method.md`.
final class QuasiLikelihood {

    private static final double VARIANCE_POWER = 1.5;

    /// What is expected counts as at least this part of its mean when variances are taken, for no market is ever that
    /// calm.
    private static final double VARIANCE_FLOOR = 0.1;

    /// One observation never counts as more than this multiple of what is expected.
    private static final double LARGEST_SURPRISE = 50;

    private final Channel channel;
    private final Exposure exposure;
    private final double[] weights;
    private final BySide<double[]> sweptUsd;
    private final BySide<double[]> expectedUsd;
    private final double meanExpectedUsd;

    /// @param logScale logarithm of how far the channel's scale differs from its usual one
    /// @param weights of the periods, in \[0, 1]
    QuasiLikelihood(Channel channel, Exposure exposure, double logScale, double[] weights) {
        this.channel = channel;
        this.exposure = exposure;
        this.weights = weights;
        int periods = channel.observations().periods();
        sweptUsd = BySide.of(_ -> new double[periods]);
        expectedUsd = BySide.of(_ -> new double[periods]);
        double total = 0;
        double weight = 0;
        for (Side side : Side.values()) {
            for (int t = 0; t < periods; t++) {
                sweptUsd.of(side)[t] = Arrays.stream(exposure.of(side, t)).sum();
                if (channel.observations().isKnown(side, t)) {
                    total += weights[t] * sweptUsd.of(side)[t];
                    weight += weights[t];
                }
            }
        }
        double meanSwept = total / weight;
        double scale = channel.scale() * Math.exp(logScale);
        double expectedTotal = 0;
        for (Side side : Side.values()) {
            for (int t = 0; t < periods; t++) {
                double swept = sweptUsd.of(side)[t];
                double expected = swept > 0 ? scale * meanSwept * Math.pow(swept / meanSwept, channel.exponent()) : 0;
                expectedUsd.of(side)[t] = expected;
                if (channel.observations().isKnown(side, t)) {
                    expectedTotal += weights[t] * expected;
                }
            }
        }
        meanExpectedUsd = expectedTotal / weight;
    }

    /// Adds every observation to the equations.
    ///
    /// @param shares by side, the stock shares the exposure was computed with
    /// @param scale index of the logarithm of the channel's scale
    void addTo(NormalEquations equations, BySide<double[]> shares, int scale) {
        double dispersion = dispersion();
        for (Side side : Side.values()) {
            double[] sideShares = shares.of(side);
            int first = side == Side.LONG ? 0 : sideShares.length;
            double[] gradient = new double[sideShares.length];
            for (int t = 0; t < weights.length; t++) {
                if (!explains(side, t)) {
                    continue;
                }
                double expected = expectedUsd.of(side)[t];
                double swept = sweptUsd.of(side)[t];
                double[] sweptOf = exposure.of(side, t);
                double perUsd = channel.exponent() * expected / swept;
                for (int k = 0; k < gradient.length; k++) {
                    // A larger share of one cohort leaves less for all.
                    gradient[k] = perUsd * (sweptOf[k] - swept * sideShares[k]);
                }
                double weight = weights[t] / (dispersion * variance(expected));
                equations.add(first, gradient, scale, expected, residual(side, t), weight);
            }
        }
    }

    /// How many times larger the squares of the residuals are than the variance says; 1 where nothing is expected.
    private double dispersion() {
        double squares = 0;
        double weight = 0;
        for (Side side : Side.values()) {
            for (int t = 0; t < weights.length; t++) {
                if (explains(side, t)) {
                    double residual = residual(side, t);
                    squares += weights[t]
                            * residual
                            * residual
                            / variance(expectedUsd.of(side)[t]);
                    weight += weights[t];
                }
            }
        }
        return weight > 0 && squares > 0 ? squares / weight : 1;
    }

    private boolean explains(Side side, int t) {
        return weights[t] > 0
                && expectedUsd.of(side)[t] > 0
                && channel.observations().isKnown(side, t);
    }

    private double residual(Side side, int t) {
        double expected = expectedUsd.of(side)[t];
        return Math.min(channel.observations().usd(side, t), LARGEST_SURPRISE * expected) - expected;
    }

    private double variance(double expected) {
        return Math.pow(expected + VARIANCE_FLOOR * meanExpectedUsd, VARIANCE_POWER);
    }
}
