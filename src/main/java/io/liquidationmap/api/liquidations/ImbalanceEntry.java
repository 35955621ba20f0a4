package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.maps.DistanceImbalance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be liquidated above against what would be below, out to one distance.
record ImbalanceEntry(
        @Schema(description = "How far, percent of the current price; null for the ends of the window.") @Nullable Double distancePct,

        @Schema(description = "How far down that is, US dollars per coin.")
        double lowPrice,

        @Schema(description = "How far up that is, US dollars per coin.")
        double highPrice,

        @Schema(description = "Shorts liquidated by a rise that far, US dollars.")
        double upUsd,

        @Schema(description = "Lower end of the band of upUsd, US dollars; null where none is claimed.") @Nullable Double upUsdLow,

        @Schema(description = "Upper end of the band of upUsd, US dollars; null where none is claimed.") @Nullable Double upUsdHigh,

        @Schema(description = "Longs liquidated by a fall that far, US dollars.")
        double downUsd,

        @Schema(description = "Lower end of the band of downUsd, US dollars; null where none is claimed.") @Nullable Double downUsdLow,

        @Schema(description = "Upper end of the band of downUsd, US dollars; null where none is claimed.") @Nullable Double downUsdHigh,

        @Schema(description = "upUsd / downUsd; null where nothing lies below.") @Nullable Double ratio,

        @Schema(description = "Lower end of the band of ratio; null where none is claimed.") @Nullable Double ratioLow,

        @Schema(description = "Upper end of the band of ratio; null where none is claimed.") @Nullable Double ratioHigh,

        @Schema(
                description = "The side with more to lose: short if more lies above; null if both are equal.",
                allowableValues = {"long", "short"})
        @Nullable String dominantSide,

        @Schema(
                description =
                        "What of upUsd would really be force-closed, US dollars: the rest is closed by stop-loss or"
                                + " by hand, or topped up, on the way; null where no band is claimed.")
        @Nullable Double expectedForcedUpUsd,

        @Schema(description = "Lower end of the band of expectedForcedUpUsd, US dollars.") @Nullable Double expectedForcedUpUsdLow,

        @Schema(description = "Upper end of the band of expectedForcedUpUsd, US dollars.") @Nullable Double expectedForcedUpUsdHigh,

        @Schema(
                description =
                        "What of downUsd would really be force-closed, US dollars; null where no band is claimed.")
        @Nullable Double expectedForcedDownUsd,

        @Schema(description = "Lower end of the band of expectedForcedDownUsd, US dollars.") @Nullable Double expectedForcedDownUsdLow,

        @Schema(description = "Upper end of the band of expectedForcedDownUsd, US dollars.") @Nullable Double expectedForcedDownUsdHigh) {

    static final List<String> COLUMNS = List.of(
            "distance_pct",
            "low_price_usd",
            "high_price_usd",
            "up_usd",
            "down_usd",
            "ratio",
            "dominant_side",
            "up_low_usd",
            "up_high_usd",
            "down_low_usd",
            "down_high_usd",
            "ratio_low",
            "ratio_high",
            "expected_forced_up_usd",
            "expected_forced_up_low_usd",
            "expected_forced_up_high_usd",
            "expected_forced_down_usd",
            "expected_forced_down_low_usd",
            "expected_forced_down_high_usd");

    /// A table of nothing else.
    static final Columns<ImbalanceEntry> TABLE = Columns.of(COLUMNS, ImbalanceEntry::cells);

    static List<ImbalanceEntry> of(List<DistanceImbalance> imbalances) {
        return imbalances.stream().map(ImbalanceEntry::of).toList();
    }

    static ImbalanceEntry of(DistanceImbalance at) {
        return of(at.distancePct(), at.imbalance());
    }

    /// @param distancePct null for the ends of the window
    static ImbalanceEntry of(@Nullable Double distancePct, Imbalance imbalance) {
        Imbalance.Bands bands = imbalance.bands();
        Band up = bands == null ? null : bands.up();
        Band down = bands == null ? null : bands.down();
        Band ratio = bands == null ? null : bands.ratio();
        return new ImbalanceEntry(
                distancePct,
                imbalance.low(),
                imbalance.high(),
                imbalance.upUsd(),
                Ends.low(up),
                Ends.high(up),
                imbalance.downUsd(),
                Ends.low(down),
                Ends.high(down),
                imbalance.ratio().isPresent() ? imbalance.ratio().getAsDouble() : null,
                Ends.low(ratio),
                Ends.high(ratio),
                imbalance.dominant().map(Choice::nameOf).orElse(null),
                Ends.usd(imbalance.forcedUp()),
                Ends.low(imbalance.forcedUp()),
                Ends.high(imbalance.forcedUp()),
                Ends.usd(imbalance.forcedDown()),
                Ends.low(imbalance.forcedDown()),
                Ends.high(imbalance.forcedDown()));
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        return Arrays.asList(
                distancePct,
                lowPrice,
                highPrice,
                upUsd,
                downUsd,
                ratio,
                dominantSide,
                upUsdLow,
                upUsdHigh,
                downUsdLow,
                downUsdHigh,
                ratioLow,
                ratioHigh,
                expectedForcedUpUsd,
                expectedForcedUpUsdLow,
                expectedForcedUpUsdHigh,
                expectedForcedDownUsd,
                expectedForcedDownUsdLow,
                expectedForcedDownUsdHigh);
    }
}
