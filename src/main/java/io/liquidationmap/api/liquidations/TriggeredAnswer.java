package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What is liquidated if price trades to a level.
record TriggeredAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "The level, US dollars per coin.")
        double targetPrice,

        @Schema(description = "From the current price to the level, percent; negative below.")
        double distancePct,

        @Schema(
                allowableValues = {"up", "down"},
                description = "Where the level lies.")
        String direction,

        @Schema(
                description = "Which positions are liquidated on the way there.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "How much of them, US dollars.")
        double triggeredUsd,

        @Schema(description = "The same by venue.") List<VenueUsd> byVenue,
        @Schema(description = "The same by leverage.") List<LeverageUsd> byLeverage,
        @JsonUnwrapped Provenance provenance) {

    static TriggeredAnswer of(MarketSnapshot snapshot, TriggeredRequest request) {
        Triggered triggered = snapshot.triggeredAt(request.price());
        return new TriggeredAnswer(
                MarketEcho.of(snapshot),
                request.price(),
                Percent.between(snapshot.price(), request.price()),
                Choice.nameOf(Direction.liquidating(triggered.side())),
                Choice.nameOf(triggered.side()),
                triggered.usd(),
                VenueUsd.of(triggered.bySource()),
                LeverageUsd.of(triggered.byLeverage()),
                Provenance.of(snapshot.market()));
    }
}
