package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer is an answer to: the head of every answer about a market.
record MarketEcho(
        @Schema(example = "BTC") String symbol,

        @Schema(example = "365d", description = "In canonical form.")
        String range,

        @Schema(example = "conserved") String model,
        @Schema(description = "The venues that contribute.") List<String> venues,

        @Schema(description = "The instant the answer is for.")
        Instant asOf,

        @Schema(description = "The same, epoch milliseconds.", example = "1782114300000")
        long asOfMs,

        @Schema(
                description = "The current price: close of the last bar, over several instruments weighted by open"
                        + " interest; US dollars per coin.",
                example = "63700")
        double price,

        @Schema(description = "Whether any of the data comes from a simulated venue.")
        boolean simulated) {

    /// The columns that begin every table about a market, so that a file explains itself; but for the heatmap's, whose
    /// hundred thousand rows say a part of it at their end.
    static final List<String> COLUMNS =
            List.of("symbol", "venues", "range", "model", "as_of", "simulated", "current_price_usd");

    static MarketEcho of(MarketSnapshot snapshot) {
        Market market = snapshot.market();
        return new MarketEcho(
                market.symbol(),
                market.range().toString(),
                Choice.nameOf(market.model()),
                market.venues().stream().map(Venue::name).toList(),
                market.asOf(),
                market.asOf().toEpochMilli(),
                snapshot.price(),
                market.simulated());
    }

    /// A table about the market.
    ///
    /// @param columns what follows [#COLUMNS]
    <T> Table table(Columns<T> columns, List<T> rows) {
        return columns.table(COLUMNS, cells(), rows);
    }

    /// The cells under [#COLUMNS], to be continued.
    List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(symbol);
        cells.add(String.join(" ", venues));
        cells.add(range);
        cells.add(model);
        cells.add(asOf);
        cells.add(simulated);
        cells.add(price);
        return cells;
    }
}
