package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.maps.PriceWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An imbalance as it is sent to those who follow it.
public record LiveImbalance(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "At 2, 5, 10 and 20 %, and at the ends of the window.")
        List<ImbalanceEntry> imbalance,

        @Schema(
                description =
                        "What the imbalance at 10 % may be called; null where something that decides it is unknown.",
                allowableValues = {
                    "crowded-shorts",
                    "extremely-crowded-shorts",
                    "crowded-longs",
                    "extremely-crowded-longs",
                    "balanced-within-error",
                    "neutral"
                })
        @Nullable String label) {

    /// The distance whose label stands for the whole: what is material is judged there.
    private static final Double LABELLED_PCT = 10.0;

    /// Reads it.
    public static LiveImbalance of(ImbalanceReading reading, LiveQuestion question) {
        PriceWindow window =
                SteadyWindow.of(question.window(), reading.snapshot().price());
        return new LiveImbalance(
                MarketEcho.of(reading.snapshot()),
                ImbalanceEntry.of(reading.snapshot().imbalance(window)),
                reading.view(window).distances().stream()
                        .filter(context -> LABELLED_PCT.equals(context.at().distancePct()))
                        .map(InContext::crowdedness)
                        .filter(Objects::nonNull)
                        .map(Crowdedness::label)
                        .filter(Objects::nonNull)
                        .map(ImbalanceInContext::kebab)
                        .findFirst()
                        .orElse(null));
    }
}
