package io.liquidationmap.engine;

import org.jspecify.annotations.Nullable;

/// An amount of US dollars with everything its band follows from. All parts add up when amounts do, so the sum over
/// instruments is taken inside each member, not over bands. Mutable.
///
/// Three things make an amount uncertain. The members of the ensembles differ. The model is off by a factor that all
/// levels have in common. And real positions are lumps: the smaller a part of open interest, the fewer accounts it
/// consists of, and the less an expectation says about it.
final class Spread {

    /// Half width of a band, in standard deviations. Source: `docs/accuracy.md`.
    private static final double BAND_DEVIATIONS = 1.1;

    /// Standard deviation of the logarithm of an amount as large as open interest that comes from lumps alone.
    private static final double LUMPINESS = 0.04;

    private static final double LARGEST_LUMP_DEVIATION = 1.5;

    /// Standard deviation of the logarithm of the ratio of both sides that the members leave out: the model errs on one
    /// side otherwise than on the other.
    private static final double SIDE_DEVIATION = 0.2;

    private double usd;
    private final double[] members;
    private double modelDeviation;
    private double lumps;

    Spread(int members) {
        this.members = new double[members];
    }

    /// Adds an amount of one instrument.
    ///
    /// @param amountUsd the estimate
    /// @param openInterestUsd of the instrument
    /// @param deviation of the model of that instrument
    void add(double amountUsd, double openInterestUsd, double deviation) {
        usd += amountUsd;
        modelDeviation += amountUsd * deviation;
        lumps += amountUsd * openInterestUsd;
    }

    void addMember(int member, double amountUsd) {
        members[member] += amountUsd;
    }

    /// This amount without another one that is part of it.
    Spread minus(Spread part) {
        Spread rest = new Spread(members.length);
        rest.usd = Math.max(0, usd - part.usd);
        rest.modelDeviation = Math.max(0, modelDeviation - part.modelDeviation);
        rest.lumps = Math.max(0, lumps - part.lumps);
        for (int m = 0; m < members.length; m++) {
            rest.members[m] = Math.max(0, members[m] - part.members[m]);
        }
        return rest;
    }

    double usd() {
        return usd;
    }

    /// The band of the amount.
    ///
    /// @param mostUsd what the truth cannot exceed
    Band band(double mostUsd) {
        if (usd <= 0) {
            return new Band(0, 0);
        }
        double factor = factor();
        return new Band(usd / factor, Math.max(usd, Math.min(mostUsd, usd * factor)));
    }

    /// By which a positive amount is multiplied and divided to get its band.
    double factor() {
        double variance = square(memberDeviation(null)) + square(modelDeviation / usd) + square(lumpDeviation());
        return Math.exp(BAND_DEVIATIONS * Math.sqrt(variance));
    }

    /// The band of this amount / another one; null unless both are positive. An error both have in common does not
    /// count.
    @Nullable Band ratioBand(Spread other) {
        if (usd <= 0 || other.usd <= 0) {
            return null;
        }
        double variance = square(memberDeviation(other))
                + square(SIDE_DEVIATION)
                + square(lumpDeviation())
                + square(other.lumpDeviation());
        double factor = Math.exp(BAND_DEVIATIONS * Math.sqrt(variance));
        double ratio = usd / other.usd;
        return new Band(ratio / factor, ratio * factor);
    }

    /// Standard deviation over the members of the logarithm of the amount, or of its ratio to another.
    private double memberDeviation(@Nullable Spread other) {
        double sum = 0;
        double squares = 0;
        for (int m = 0; m < members.length; m++) {
            double logarithm = Math.log(Math.max(Double.MIN_NORMAL, members[m]));
            if (other != null) {
                logarithm -= Math.log(Math.max(Double.MIN_NORMAL, other.members[m]));
            }
            sum += logarithm;
            squares += logarithm * logarithm;
        }
        double mean = sum / members.length;
        return Math.sqrt(Math.max(0, squares / members.length - mean * mean));
    }

    private double lumpDeviation() {
        return Math.min(LARGEST_LUMP_DEVIATION, LUMPINESS * Math.sqrt(lumps) / usd);
    }

    private static double square(double x) {
        return x * x;
    }
}
