package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.maps.DistanceImbalance;
import io.swagger.v3.oas.annotations.media.Schema;
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

        @Schema(description = "Longs liquidated by a fall that far, US dollars.")
        double downUsd,

        @Schema(description = "upUsd / downUsd; null where nothing lies below.") @Nullable Double ratio,

        @Schema(
                description = "The side with more to lose: short if more lies above; null if both are equal.",
                allowableValues = {"long", "short"})
        @Nullable String dominantSide) {

    static List<ImbalanceEntry> of(List<DistanceImbalance> imbalances) {
        return imbalances.stream().map(ImbalanceEntry::of).toList();
    }

    private static ImbalanceEntry of(DistanceImbalance at) {
        Imbalance imbalance = at.imbalance();
        return new ImbalanceEntry(
                at.distancePct(),
                imbalance.low(),
                imbalance.high(),
                imbalance.upUsd(),
                imbalance.downUsd(),
                imbalance.ratio().isPresent() ? imbalance.ratio().getAsDouble() : null,
                imbalance.dominant().map(Choice::nameOf).orElse(null));
    }
}
