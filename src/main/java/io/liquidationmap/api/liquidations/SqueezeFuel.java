package io.liquidationmap.api.liquidations;

import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What would be force-closed, in percent of what is traded on an average day.
record SqueezeFuel(
        @Schema(description = "Of shorts, by a rise that far.")
        double upOfDailyVolumePct,

        @Schema(description = "Lower end of its band.") @Nullable Double upOfDailyVolumePctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double upOfDailyVolumePctHigh,

        @Schema(description = "Of longs, by a fall that far.")
        double downOfDailyVolumePct,

        @Schema(description = "Lower end of its band.") @Nullable Double downOfDailyVolumePctLow,

        @Schema(description = "Upper end of its band.") @Nullable Double downOfDailyVolumePctHigh) {

    static @Nullable SqueezeFuel of(ImbalanceEntry imbalance, DailyVolume volume) {
        Double up = imbalance.expectedForcedUpUsd();
        Double down = imbalance.expectedForcedDownUsd();
        if (up == null || down == null || !(volume.usd() > 0)) {
            return null;
        }
        return new SqueezeFuel(
                Percent.of(up / volume.usd()),
                part(imbalance.expectedForcedUpUsdLow(), volume),
                part(imbalance.expectedForcedUpUsdHigh(), volume),
                Percent.of(down / volume.usd()),
                part(imbalance.expectedForcedDownUsdLow(), volume),
                part(imbalance.expectedForcedDownUsdHigh(), volume));
    }

    private static @Nullable Double part(@Nullable Double usd, DailyVolume volume) {
        return usd == null ? null : Percent.of(usd / volume.usd());
    }
}
