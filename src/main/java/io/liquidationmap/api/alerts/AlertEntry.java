package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.Condition;
import io.liquidationmap.alerts.Condition.ImbalanceLabel;
import io.liquidationmap.alerts.Condition.PriceInCluster;
import io.liquidationmap.alerts.Condition.Sweep;
import io.liquidationmap.api.alerts.AlertFields.Kind;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert. The secret is not shown.
record AlertEntry(
        @Schema(example = "6a0b0f3e-4b1c-4f0e-9d55-0d6f0d3a2c11")
        String id,

        @Schema(example = "BTC") String symbol,
        @Schema(example = "30d") String range,

        @Schema(description = "The venues counted; empty for all that list the symbol.")
        List<String> venues,

        @Schema(allowableValues = {"imbalance-label", "price-in-cluster", "sweep"})
        String condition,

        @Schema(description = "US dollars; null where the condition has none.") @Nullable Double thresholdUsd,

        @Schema(description = "Out to which distance, percent; null but for imbalance-label.") @Nullable Double distancePct,

        @Schema(description = "Within which time; null but for sweep.") @Nullable String step,

        @Schema(description = "Where messages are posted to.")
        String url,

        Instant createdAt,
        long createdAtMs) {

    static AlertEntry of(Alert alert) {
        Condition condition = alert.condition();
        return new AlertEntry(
                alert.id().toString(),
                alert.symbol(),
                alert.range().toString(),
                alert.venues().stream().sorted().map(Venue::name).toList(),
                Choice.nameOf(Kind.of(condition)),
                thresholdUsd(condition),
                condition instanceof ImbalanceLabel(double pct) ? pct : null,
                condition instanceof Sweep(double _, Interval step) ? step.toString() : null,
                alert.url().toString(),
                alert.createdAt(),
                alert.createdAt().toEpochMilli());
    }

    private static @Nullable Double thresholdUsd(Condition condition) {
        return switch (condition) {
            case ImbalanceLabel _ -> null;
            case PriceInCluster(double usd) -> usd;
            case Sweep(double usd, Interval _) -> usd;
        };
    }
}
