package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;

/// Where the fields of a candle stand in [Layout#KLINES].
final class KlineColumns {

    private final int openTime;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int volume;
    private final int closeTime;
    private final int quoteVolume;
    private final int takerBuyVolume;
    private final int takerBuyQuoteVolume;

    KlineColumns(Header header) {
        openTime = header.column("open_time");
        open = header.column("open");
        high = header.column("high");
        low = header.column("low");
        close = header.column("close");
        volume = header.column("volume");
        closeTime = header.column("close_time");
        quoteVolume = header.column("quote_volume");
        takerBuyVolume = header.column("taker_buy_volume");
        takerBuyQuoteVolume = header.column("taker_buy_quote_volume");
    }

    Instant openTime(Row row) {
        return row.time(openTime);
    }

    /// How long the candle is.
    ///
    /// @throws IllegalArgumentException if no bar is that long
    Interval length(Row row) {
        Duration length =
                Duration.between(row.time(openTime), row.time(closeTime).plusMillis(1));
        return new Interval(length);
    }

    Candle candle(Row row) {
        return new Candle(row.number(open), row.number(high), row.number(low), row.number(close));
    }

    double volume(Row row) {
        return row.number(volume);
    }

    double quoteVolume(Row row) {
        return row.number(quoteVolume);
    }

    double takerBuyVolume(Row row) {
        return row.number(takerBuyVolume);
    }

    double takerBuyQuoteVolume(Row row) {
        return row.number(takerBuyQuoteVolume);
    }

    /// Whether anything was traded during the candle.
    boolean isTraded(Row row) {
        return volume(row) > 0;
    }
}
