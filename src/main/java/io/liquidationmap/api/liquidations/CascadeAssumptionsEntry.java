package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.maps.CascadeView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// All that goes into a cascade beside the map.
record CascadeAssumptionsEntry(
        @Schema(description = "Resting orders within depthDistancePct of the price, one side of the book, US dollars.")
        double depthUsd,

        @Schema(description = "Where that comes from.") String depthSource,

        @Schema(description = "The distance within which depth is counted, percent of the price.")
        double depthDistancePct,

        @Schema(description = "depthUsd in percent of what is traded on an average day; null if that is unknown.")
        @Nullable Double depthOfDailyVolumePct,

        @Schema(description = "What is traded on an average day, US dollars; null if it is unknown of an instrument.")
        @Nullable Double dailyVolumeUsd,

        @Schema(description = "For how many of the last 14 days that is known, on average over the instruments.")
        double dailyVolumeDays,

        @Schema(
                description = "Standard deviation of the logarithmic return of a day over the last 14, percent; null if"
                        + " it is unknown.")
        @Nullable Double dailyVolatilityPct,

        @Schema(description = "Coefficient of the square-root law of price impact.")
        double impactCoefficient,

        @Schema(description = "The part of a level that would really be force-closed, best estimate.")
        double forcedShare,

        @Schema(description = "How far forced orders move price.")
        String impact) {

    private static final String GIVEN = "given by depthUsd";
    private static final String ASSUMED =
            "assumed: 0.5 % of what is traded on an average day, an order of magnitude; no order books are stored";
    private static final String BOTH_IMPACTS =
            "the larger of the book walk (depthDistancePct · forced / depthUsd) and the square-root law"
                    + " (impactCoefficient · dailyVolatilityPct · √(forced / dailyVolumeUsd))";
    private static final String BOOK_WALK_ONLY =
            "the book walk (depthDistancePct · forced / depthUsd); volume or volatility are unknown";

    static CascadeAssumptionsEntry of(CascadeView.Assumptions assumptions) {
        double volume = assumptions.dailyVolume().usd();
        double volatility = assumptions.dailyVolatility();
        boolean both = volume > 0 && !Double.isNaN(volatility);
        return new CascadeAssumptionsEntry(
                assumptions.depthUsd(),
                assumptions.depthGiven() ? GIVEN : ASSUMED,
                Percent.of(PriceImpact.DEPTH_DISTANCE),
                volume > 0 ? Percent.of(assumptions.depthUsd() / volume) : null,
                Double.isNaN(volume) ? null : volume,
                assumptions.dailyVolume().days(),
                Double.isNaN(volatility) ? null : Percent.of(volatility),
                PriceImpact.COEFFICIENT,
                assumptions.forcedShare(),
                both ? BOTH_IMPACTS : BOOK_WALK_ONLY);
    }
}
