package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.maps.ImbalanceView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be force-closed, against what is traded on an average day, and against what it takes to move price so far.
record SqueezeFuel(
        @Schema(description = "Of shorts, by a rise that far, in percent of what is traded on an average day.")
        double upOfDailyVolumePct,

        @Schema(description = "Lower end of its band.") @Nullable Double upOfDailyVolumePctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double upOfDailyVolumePctHigh,

        @Schema(description = "Of longs, by a fall that far, in percent of what is traded on an average day.")
        double downOfDailyVolumePct,

        @Schema(description = "Lower end of its band.") @Nullable Double downOfDailyVolumePctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double downOfDailyVolumePctHigh,

        @Schema(
                description =
                        "What must be bought, or sold, to move price that far, US dollars: by the impact of /api/cascade"
                                + " with as much resting in the order books as is assumed there, which is an order of"
                                + " magnitude and a share of the daily volume. No order books are stored.")
        double depthUsd,

        @Schema(
                description = "Of shorts, by a rise that far, in percent of depthUsd: from 100 on they would by"
                        + " themselves carry price that far.")
        double upOfDepthPct,

        @Schema(description = "Lower end of its band.") @Nullable Double upOfDepthPctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double upOfDepthPctHigh,

        @Schema(description = "Of longs, by a fall that far, in percent of depthUsd.")
        double downOfDepthPct,

        @Schema(description = "Lower end of its band.") @Nullable Double downOfDepthPctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double downOfDepthPctHigh) {

    static final List<String> COLUMNS = List.of(
            "forced_up_of_daily_volume_pct",
            "forced_down_of_daily_volume_pct",
            "depth_usd",
            "forced_up_of_depth_pct",
            "forced_down_of_depth_pct");

    /// @param view the answer it is part of
    static @Nullable SqueezeFuel of(ImbalanceEntry imbalance, ImbalanceView view) {
        Double distancePct = imbalance.distancePct();
        Double up = imbalance.expectedForcedUpUsd();
        Double down = imbalance.expectedForcedDownUsd();
        PriceImpact impact = view.impact();
        if (distancePct == null || up == null || down == null || impact == null) {
            return null;
        }
        double volume = view.dailyVolume().usd();
        double depth = impact.flowFor(distancePct / 100);
        return new SqueezeFuel(
                Percent.of(up / volume),
                part(imbalance.expectedForcedUpUsdLow(), volume),
                part(imbalance.expectedForcedUpUsdHigh(), volume),
                Percent.of(down / volume),
                part(imbalance.expectedForcedDownUsdLow(), volume),
                part(imbalance.expectedForcedDownUsdHigh(), volume),
                depth,
                Percent.of(up / depth),
                part(imbalance.expectedForcedUpUsdLow(), depth),
                part(imbalance.expectedForcedUpUsdHigh(), depth),
                Percent.of(down / depth),
                part(imbalance.expectedForcedDownUsdLow(), depth),
                part(imbalance.expectedForcedDownUsdHigh(), depth));
    }

    private static @Nullable Double part(@Nullable Double usd, double whole) {
        return usd == null ? null : Percent.of(usd / whole);
    }

    /// The cells under [#COLUMNS].
    static List<@Nullable Object> cells(@Nullable SqueezeFuel fuel) {
        return fuel == null
                ? Arrays.asList(new @Nullable Object[COLUMNS.size()])
                : List.of(
                        fuel.upOfDailyVolumePct,
                        fuel.downOfDailyVolumePct,
                        fuel.depthUsd,
                        fuel.upOfDepthPct,
                        fuel.downOfDepthPct);
    }
}
