package io.liquidationmap.simulation;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Collects what a bar publishes, step by step.
final class BarRecorder {

    private static final double FUNDING_DECIMALS = 1e8;
    private static final double RATIO_DECIMALS = 1e4;

    private final ContractTerms terms;
    private double open;
    private double high;
    private double low;
    private double close;
    private long volume;
    private long takerBuys;
    private double volumePrice;
    private double fundingRate;

    BarRecorder(ContractTerms terms) {
        this.terms = terms;
    }

    /// Begins a bar at the price the last one ended with.
    void begin(double mark) {
        open = mark;
        high = mark;
        low = mark;
        close = mark;
        volume = 0;
        takerBuys = 0;
        volumePrice = 0;
        fundingRate = 0;
    }

    /// The mark price has come here.
    void price(double mark) {
        high = Math.max(high, mark);
        low = Math.min(low, mark);
        close = mark;
    }

    /// Trades took place.
    ///
    /// @param meanPrice at that price on average
    void trades(Tape tape, double meanPrice) {
        volume += tape.volume();
        takerBuys += tape.takerBuys();
        volumePrice += tape.volume() * meanPrice;
    }

    /// Funding was paid.
    void funding(double rate) {
        fundingRate += rate;
    }

    /// The bar as published.
    Bar finish(Instant openTime, PositionBook book, PublishedLiquidations liquidations) {
        double vwap = volume > 0 ? volumePrice / volume : close;
        return Bar.at(openTime, new Candle(open, high, low, close), PriceKind.MARK)
                .vwap(Math.clamp(terms.toTick(vwap), low, high))
                .volume(terms.coins(volume, vwap))
                .takerBuyVolume(terms.coins(takerBuys, vwap))
                .openInterest(terms.coins(book.openInterestLots(), close))
                .longShortRatio(accountRatio(book))
                .fundingRate(Math.rint(fundingRate * FUNDING_DECIMALS) / FUNDING_DECIMALS)
                .liquidatedLongUsd(liquidations.longUsd())
                .liquidatedShortUsd(liquidations.shortUsd())
                .build();
    }

    private static @Nullable Double accountRatio(PositionBook book) {
        if (book.shortAccounts() == 0) {
            return null;
        }
        double ratio = (double) book.longAccounts() / book.shortAccounts();
        return Math.rint(ratio * RATIO_DECIMALS) / RATIO_DECIMALS;
    }
}
