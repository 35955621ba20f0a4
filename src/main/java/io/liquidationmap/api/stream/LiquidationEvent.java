package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.maps.RecentLiquidations.Published;
import io.liquidationmap.market.Liquidation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A position, or a part of one, that was force-closed.
record LiquidationEvent(
        @Schema(
                example = "48213",
                description =
                        "Ascends in the order in which liquidations are stored and told. The same one has the same"
                                + " number whenever it is told, by whichever instance.")
        long number,

        @Schema(example = "binance") String venue,
        @Schema(example = "BTCUSDT") String instrument,

        @Schema(
                description = "Of the position: a liquidated long is sold.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(
                description =
                        "As the venue publishes it: of the fill at some, of bankruptcy at others; US dollars per coin.")
        double price,

        @Schema(description = "What it was worth at that price, US dollars.")
        double usd,

        @Schema(description = "Its size, coins of the base asset.")
        double coins,

        @Schema(description = "By the venue's clock.") Instant time,
        long timeMs,

        @Schema(
                description = "How much of what is liquidated the venue tells; null if that is not known.",
                allowableValues = {"complete", "throttled"})
        @Nullable String completeness) {

    static LiquidationEvent of(Published published) {
        Liquidation liquidation = published.liquidation();
        return new LiquidationEvent(
                published.number(),
                liquidation.instrument().venue().name(),
                liquidation.instrument().symbol(),
                Choice.nameOf(liquidation.side()),
                liquidation.price(),
                liquidation.usd(),
                liquidation.coins(),
                liquidation.time(),
                liquidation.time().toEpochMilli(),
                published.completeness() == null ? null : Choice.nameOf(published.completeness()));
    }
}
