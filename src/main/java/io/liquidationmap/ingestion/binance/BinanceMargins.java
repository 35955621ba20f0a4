package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where margin tiers come from. The documented interface shows them only to the owners of a key; the exchange's web
/// site shows them to everyone, undocumented; and there is a dated table in the jar.
@FunctionalInterface
interface BinanceMargins {

    /// Its formula of the liquidation price knows no fee.
    double TAKER_FEE_IN_MARGIN = 0;

    /// The tiers in force; empty where they are not known.
    Optional<MarginSchedule> schedule(String symbol);

    /// These, and others where they are not known.
    default BinanceMargins orElse(BinanceMargins others) {
        return symbol -> schedule(symbol).or(() -> others.schedule(symbol));
    }

    /// What is known of one market: what it shows to the owner of a key if there is one, else what its web site shows, else
    /// the table in the jar.
    static BinanceMargins bestOf(
            Venue venue,
            @Nullable ApiKey key,
            SignedMargins.Request signed,
            Supplier<WebBrackets> web,
            MarginTable table,
            RefusedRows refused,
            Clock clock) {
        BinanceMargins open = new HourlyMargins(
                        venue, "Binance web site, undocumented", () -> web.get().tiers(), refused, clock)
                .orElse(table);
        return key == null
                ? open
                : SignedMargins.of(venue, key, signed, refused, clock).orElse(open);
    }
}
