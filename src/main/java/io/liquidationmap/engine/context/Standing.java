package io.liquidationmap.engine.context;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where the present imbalance stands among the daily ones of a stretch of its own past.
///
/// @param windowDays length of the stretch, days before the present
/// @param days how many of them have a usable value
/// @param position null where that is too few to say
public record Standing(int windowDays, int days, @Nullable Position position) {

    /// Fewer days than this are no yardstick.
    public static final int FEWEST_DAYS = 90;

    private static final double NORMAL_FROM = 0.1;
    private static final double NORMAL_TO = 0.9;

    /// The standing of a present value.
    ///
    /// @param logRatio ln(up / down); NaN where it is unknown
    /// @param past the daily values of the stretch, ln(up / down)
    public static Standing of(double logRatio, int windowDays, PastValues past) {
        boolean known = past.size() >= FEWEST_DAYS && Double.isFinite(logRatio);
        return new Standing(windowDays, past.size(), known ? position(logRatio, past) : null);
    }

    private static Position position(double logRatio, PastValues past) {
        return new Position(
                past.percentile(logRatio),
                past.robustZ(logRatio),
                Math.exp(past.quantile(NORMAL_FROM)),
                Math.exp(past.quantile(NORMAL_TO)));
    }

    /// Among enough days.
    ///
    /// @param percentile how many percent of the days had a lower ratio; those with the same count half
    /// @param robustZ deviation of the log ratio from its median, in robust standard deviations; empty where more than
    ///     half of the days are the same
    /// @param normalRatioLow the ratio, up / down, that 10 % of the days were below
    /// @param normalRatioHigh the ratio that 10 % of the days were above
    public record Position(double percentile, OptionalDouble robustZ, double normalRatioLow, double normalRatioHigh) {}
}
