package io.liquidationmap.engine.context;

import io.liquidationmap.engine.context.Condition.Kind;
import io.liquidationmap.engine.context.Condition.Outcome;
import io.liquidationmap.market.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an imbalance is called, and why: unusual for its own market, large enough to matter, and beyond the error of
/// the estimate. One or two of these alone are not enough.
///
/// @param label null where a value that decides it is unknown
/// @param conditions those of the side that the ratio points to; empty where the ratio is unknown
public record Crowdedness(@Nullable Label label, List<Condition> conditions) {

    /// A ratio as high as this on at most one day in ten.
    static final double CROWDED_PERCENTILE = 90;

    /// A ratio as high as this on at most one day in forty.
    static final double EXTREME_PERCENTILE = 97.5;

    /// What would be liquidated within 10 % must be this part of open interest, percent.
    static final double MATERIAL_PCT = 3;

    private static final double HUNDRED = 100;
    private static final double EVEN = 1;

    public Crowdedness {
        conditions = List.copyOf(conditions);
    }

    /// Judges an imbalance.
    ///
    /// @param ratio up / down; NaN where it is unknown
    /// @param ratioLow lower end of its error band; NaN where none is claimed
    /// @param ratioHigh upper end of its error band; NaN where none is claimed
    /// @param percentile of the ratio among the days of the last half year; NaN where it is withheld
    /// @param upPct shorts within 10 % above, percent of open interest; NaN where it is unknown
    /// @param downPct longs within 10 % below, percent of open interest; NaN where it is unknown
    public static Crowdedness of(
            double ratio, double ratioLow, double ratioHigh, double percentile, double upPct, double downPct) {
        if (Double.isNaN(ratio)) {
            return new Crowdedness(null, List.of());
        }
        Side side = ratio >= EVEN ? Side.SHORT : Side.LONG;
        List<Condition> conditions = side == Side.SHORT
                ? List.of(
                        Condition.atLeast(Kind.PERCENTILE_AT_LEAST, percentile, CROWDED_PERCENTILE),
                        Condition.atLeast(Kind.SHARE_OF_OPEN_INTEREST_AT_LEAST, upPct, MATERIAL_PCT),
                        Condition.above(Kind.RATIO_LOW_ABOVE, ratioLow, EVEN))
                : List.of(
                        Condition.atMost(Kind.PERCENTILE_AT_MOST, percentile, HUNDRED - CROWDED_PERCENTILE),
                        Condition.atLeast(Kind.SHARE_OF_OPEN_INTEREST_AT_LEAST, downPct, MATERIAL_PCT),
                        Condition.below(Kind.RATIO_HIGH_BELOW, ratioHigh, EVEN));
        return new Crowdedness(label(side, percentile, conditions), conditions);
    }

    private static @Nullable Label label(Side side, double percentile, List<Condition> conditions) {
        Outcome beyondError = conditions.getLast().outcome();
        if (beyondError != Outcome.MET) {
            return beyondError == Outcome.NOT_MET ? Label.BALANCED_WITHIN_ERROR : null;
        }
        if (conditions.stream().anyMatch(condition -> condition.outcome() == Outcome.NOT_MET)) {
            return Label.NEUTRAL;
        }
        if (conditions.stream().anyMatch(condition -> condition.outcome() == Outcome.UNKNOWN)) {
            return null;
        }
        if (side == Side.SHORT) {
            return percentile >= EXTREME_PERCENTILE ? Label.EXTREMELY_CROWDED_SHORTS : Label.CROWDED_SHORTS;
        }
        return percentile <= HUNDRED - EXTREME_PERCENTILE ? Label.EXTREMELY_CROWDED_LONGS : Label.CROWDED_LONGS;
    }
}
