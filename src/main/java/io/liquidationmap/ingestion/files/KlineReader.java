package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import org.jspecify.annotations.Nullable;

/// Reads the rows of [Layout#KLINES]. Candles of the mark price have zeros for volume, which say nothing. Linear
/// contracts have their volume in coins and its value in quote currency; inverse ones have it in contracts and its
/// value in coins.
final class KlineReader implements RowReader<Bar> {

    private final KlineColumns columns;
    private final Interval length;
    private final PriceKind price;
    private final ContractType contract;

    /// @param length of each candle
    KlineReader(Header header, Interval length, PriceKind price, ContractType contract) {
        columns = new KlineColumns(header);
        this.length = length;
        this.price = price;
        this.contract = contract;
    }

    @Override
    public Bar read(Row row) {
        if (!columns.length(row).equals(length)) {
            throw new IllegalArgumentException("the candle is not of " + length + " as the first one is");
        }
        Bar.Builder bar = Bar.at(columns.openTime(row), columns.candle(row), price);
        if (price == PriceKind.LAST) {
            addVolume(bar, row);
        }
        return bar.build();
    }

    private void addVolume(Bar.Builder bar, Row row) {
        switch (contract) {
            case LINEAR ->
                bar.volume(columns.volume(row))
                        .takerBuyVolume(columns.takerBuyVolume(row))
                        .vwap(vwap(columns.quoteVolume(row), columns.volume(row)));
            case INVERSE -> bar.volume(columns.quoteVolume(row)).takerBuyVolume(columns.takerBuyQuoteVolume(row));
        }
    }

    private static @Nullable Double vwap(double value, double coins) {
        return coins > 0 ? value / coins : null;
    }
}
