package io.liquidationmap.simulation;

import io.liquidationmap.market.BarSeries;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes bars as CSV in the format the import of files reads: a header, then one line per bar, oldest first. Numbers
/// are written so that reading them gives back the same double; what is unknown is left blank.
public final class MarketCsv {

    private MarketCsv() {}

    /// Writes every column.
    ///
    /// @param out receives the text; is not closed
    /// @throws IOException if `out` fails
    public static void write(BarSeries bars, Appendable out) throws IOException {
        write(bars, EnumSet.allOf(Column.class), out);
    }

    /// Writes some of the columns, like a venue that publishes no more.
    ///
    /// @param columns which, at least one; they are written in the order of their declaration
    /// @param out receives the text; is not closed
    /// @throws IOException if `out` fails
    public static void write(BarSeries bars, Set<Column> columns, Appendable out) throws IOException {
        Column[] ordered = EnumSet.copyOf(columns).toArray(Column[]::new);
        out.append(Arrays.stream(ordered).map(column -> column.header).collect(Collectors.joining(",", "", "\n")));
        for (int i = 0; i < bars.size(); i++) {
            for (int j = 0; j < ordered.length; j++) {
                out.append(j == 0 ? "" : ",").append(ordered[j].cell(bars, i));
            }
            out.append('\n');
        }
    }

    /// What the format has columns for.
    public enum Column {
        /// When the bar begins, RFC 3339.
        TIME("time"),
        /// Opening mark price.
        OPEN("open"),
        /// Highest mark price.
        HIGH("high"),
        /// Lowest mark price.
        LOW("low"),
        /// Closing mark price.
        CLOSE("close"),
        /// Traded coins.
        VOLUME("volume"),
        /// Coins bought by takers.
        TAKER_BUY_VOLUME("taker_buy_volume"),
        /// Coins open at the bar's end.
        OPEN_INTEREST("open_interest"),
        /// Accounts long / accounts short.
        LONG_SHORT_RATIO("long_short_ratio"),
        /// Longs force-closed, US dollars.
        LIQUIDATED_LONG_USD("liquidated_long_usd"),
        /// Shorts force-closed, US dollars.
        LIQUIDATED_SHORT_USD("liquidated_short_usd");

        private final String header;

        Column(String header) {
            this.header = header;
        }

        private String cell(BarSeries bars, int i) {
            return switch (this) {
                case TIME -> Instant.ofEpochMilli(bars.openTimeMs(i)).toString();
                case OPEN -> number(bars.open(i));
                case HIGH -> number(bars.high(i));
                case LOW -> number(bars.low(i));
                case CLOSE -> number(bars.close(i));
                case VOLUME -> number(bars.volume(i));
                case TAKER_BUY_VOLUME -> number(bars.takerBuyVolume(i));
                case OPEN_INTEREST -> number(bars.openInterest(i));
                case LONG_SHORT_RATIO -> number(bars.longShortRatio(i));
                case LIQUIDATED_LONG_USD -> number(bars.liquidatedLongUsd(i));
                case LIQUIDATED_SHORT_USD -> number(bars.liquidatedShortUsd(i));
            };
        }

        private static String number(double value) {
            return Double.isNaN(value) ? "" : BigDecimal.valueOf(value).toPlainString();
        }
    }
}
