package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.PriceKind;

/// Reads the rows of [Layout#BARS].
final class BarReader implements RowReader<Bar> {

    private final PriceKind price;
    private final int time;
    private final int open;
    private final int high;
    private final int low;
    private final int close;
    private final int vwap;
    private final int volume;
    private final int takerBuyVolume;
    private final int openInterest;
    private final int longShortRatio;
    private final int topAccountRatio;
    private final int topPositionRatio;
    private final int fundingRate;
    private final int liquidatedLongUsd;
    private final int liquidatedShortUsd;

    BarReader(Header header, PriceKind price) {
        this.price = price;
        time = header.column("time");
        open = header.column("open");
        high = header.column("high");
        low = header.column("low");
        close = header.column("close");
        vwap = header.column("vwap");
        volume = header.column("volume");
        takerBuyVolume = header.column("taker_buy_volume");
        openInterest = header.column("open_interest");
        longShortRatio = header.column("long_short_ratio");
        topAccountRatio = header.column("top_account_ratio");
        topPositionRatio = header.column("top_position_ratio");
        fundingRate = header.column("funding_rate");
        liquidatedLongUsd = header.column("liquidated_long_usd");
        liquidatedShortUsd = header.column("liquidated_short_usd");
    }

    @Override
    public Bar read(Row row) {
        Candle candle = new Candle(row.number(open), row.number(high), row.number(low), row.number(close));
        return Bar.at(row.time(time), candle, price)
                .vwap(row.numberOrNull(vwap))
                .volume(row.numberOrNull(volume))
                .takerBuyVolume(row.numberOrNull(takerBuyVolume))
                .openInterest(row.numberOrNull(openInterest))
                .longShortRatio(row.numberOrNull(longShortRatio))
                .topAccountRatio(row.numberOrNull(topAccountRatio))
                .topPositionRatio(row.numberOrNull(topPositionRatio))
                .fundingRate(row.numberOrNull(fundingRate))
                .liquidatedLongUsd(row.numberOrNull(liquidatedLongUsd))
                .liquidatedShortUsd(row.numberOrNull(liquidatedShortUsd))
                .build();
    }
}
