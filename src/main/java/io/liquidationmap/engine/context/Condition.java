package io.liquidationmap.engine.context;

/// One of the conditions that must all hold for an imbalance to be called crowded.
///
/// @param kind which
/// @param value what was compared; NaN where it is unknown
/// @param threshold what it was compared with
/// @param outcome how the comparison ended
public record Condition(Kind kind, double value, double threshold, Outcome outcome) {

    /// What is compared with what.
    public enum Kind {
        /// The percentile among the days of the last half year is at least the threshold.
        PERCENTILE_AT_LEAST,
        /// The percentile among the days of the last half year is at most the threshold.
        PERCENTILE_AT_MOST,
        /// What would be liquidated within 10 %, in percent of open interest, is at least the threshold.
        SHARE_OF_OPEN_INTEREST_AT_LEAST,
        /// The lower end of the ratio's error band is above the threshold.
        RATIO_LOW_ABOVE,
        /// The upper end of the ratio's error band is below the threshold.
        RATIO_HIGH_BELOW
    }

    /// Whether a condition holds.
    public enum Outcome {
        MET,
        NOT_MET,
        /// A value it needs is not known.
        UNKNOWN
    }

    static Condition atLeast(Kind kind, double value, double threshold) {
        return new Condition(kind, value, threshold, outcome(value, value >= threshold));
    }

    static Condition atMost(Kind kind, double value, double threshold) {
        return new Condition(kind, value, threshold, outcome(value, value <= threshold));
    }

    static Condition above(Kind kind, double value, double threshold) {
        return new Condition(kind, value, threshold, outcome(value, value > threshold));
    }

    static Condition below(Kind kind, double value, double threshold) {
        return new Condition(kind, value, threshold, outcome(value, value < threshold));
    }

    private static Outcome outcome(double value, boolean holds) {
        if (Double.isNaN(value)) {
            return Outcome.UNKNOWN;
        }
        return holds ? Outcome.MET : Outcome.NOT_MET;
    }
}
