package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.maps.SymbolOverview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An imbalance and what it is called.
record OverviewImbalanceEntry(
        @JsonUnwrapped ImbalanceEntry imbalance,

        @Schema(
                description =
                        "What it may be called; null where something that decides it is unknown, and in the opened"
                                + " model. /api/imbalance shows why.",
                allowableValues = {
                    "crowded-shorts",
                    "extremely-crowded-shorts",
                    "crowded-longs",
                    "extremely-crowded-longs",
                    "balanced-within-error",
                    "neutral"
                })
        @Nullable String label) {

    static OverviewImbalanceEntry of(SymbolOverview.Called called) {
        return new OverviewImbalanceEntry(
                ImbalanceEntry.of(called.distancePct(), called.imbalance()),
                called.label() == null ? null : ImbalanceInContext.kebab(called.label()));
    }

    static List<String> columns(String distance) {
        return List.of(
                "up_" + distance + "_usd", "down_" + distance + "_usd", "ratio_" + distance, "label_" + distance);
    }

    /// @param entry null for none
    static List<@Nullable Object> cells(@Nullable OverviewImbalanceEntry entry) {
        return entry == null
                ? Arrays.asList(null, null, null, null)
                : Arrays.asList(
                        entry.imbalance.upUsd(), entry.imbalance.downUsd(), entry.imbalance.ratio(), entry.label);
    }
}
