package io.liquidationmap.ingestion.files;

import java.util.Set;

/// Which kinds of file can be imported, told by their columns.
@SuppressWarnings("ImmutableEnumChecker") // All sets come from Set.of.
enum Layout {
    /// Bars as this project writes them down.
    BARS(
            Set.of("time", "open", "high", "low", "close"),
            Set.of(
                    "vwap",
                    "volume",
                    "taker_buy_volume",
                    "open_interest",
                    "long_short_ratio",
                    "top_account_ratio",
                    "top_position_ratio",
                    "funding_rate",
                    "liquidated_long_usd",
                    "liquidated_short_usd")),

    /// Candles of the Binance public archive: of trades, or of the mark price.
    KLINES(
            Set.of(
                    "open_time",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "close_time",
                    "quote_volume",
                    "count",
                    "taker_buy_volume",
                    "taker_buy_quote_volume"),
            Set.of("ignore")),

    /// Samples of open interest and of the long/short ratios, of the Binance public archive.
    METRICS(
            Set.of(
                    "create_time",
                    "symbol",
                    "sum_open_interest",
                    "sum_open_interest_value",
                    "count_toptrader_long_short_ratio",
                    "sum_toptrader_long_short_ratio",
                    "count_long_short_ratio"),
            Set.of("sum_taker_long_short_vol_ratio"));

    private final Set<String> required;
    private final Set<String> optional;

    Layout(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /// Columns a file of this layout must have.
    Set<String> required() {
        return required;
    }

    /// Whether a column of this name means something in this layout.
    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
