package io.liquidationmap.api.stream;

import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// The current price.
record PriceEvent(
        @Schema(example = "BTC") String symbol,

        @Schema(
                description =
                        "Close of the last bar, over several instruments weighted by open interest; US dollars per"
                                + " coin.")
        double price,

        @Schema(description = "End of that bar.") Instant time,
        long timeMs) {

    static PriceEvent of(MarketSnapshot snapshot) {
        Instant time = snapshot.market().asOf();
        return new PriceEvent(snapshot.market().symbol(), snapshot.price(), time, time.toEpochMilli());
    }
}
