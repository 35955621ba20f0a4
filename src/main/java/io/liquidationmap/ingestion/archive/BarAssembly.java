package io.liquidationmap.ingestion.archive;

import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts bars together from what comes separately: klines of the mark price, klines of trades, positioning samples,
/// funding. A bar exists where there is a price: of the mark, or else of the last trade. For one thread.
public final class BarAssembly {

    private final Interval interval;
    private final TreeMap<Instant, Parts> parts = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /// @param interval length of the bars and of every kline that is added
    public BarAssembly(Interval interval) {
        this.interval = interval;
    }

    /// What can be gathered of the bars that open in `[from, to)` and have ended by `now`; nothing is gathered if none has.
    ///
    /// @param interval length of the bars
    /// @param gathering is told where the last of these bars ends
    public static BarPage ofEnded(Interval interval, Instant from, Instant to, Instant now, Gathering gathering) {
        Instant ended = interval.floor(now);
        Instant end = ended.isBefore(to) ? ended : to;
        BarAssembly bars = new BarAssembly(interval);
        if (!from.isBefore(end)) {
            return bars.page(from, from);
        }
        gathering.addTo(bars, end);
        return bars.page(from, end);
    }

    /// Asks a venue for what it has.
    @FunctionalInterface
    public interface Gathering {

        /// Adds it.
        ///
        /// @param end of the last bar that is wanted
        void addTo(BarAssembly bars, Instant end);
    }

    /// Adds a kline of the mark price.
    public void mark(Kline kline) {
        Parts bar = at(kline.openTime());
        warnOfTwin(bar.mark, kline);
        bar.mark = kline;
    }

    /// Adds a kline of trades.
    public void trade(Kline kline) {
        Parts bar = at(kline.openTime());
        warnOfTwin(bar.trade, kline);
        bar.trade = kline;
    }

    /// Adds a sample to the bar that ends when it was taken; one taken at another time than the end of a bar belongs
    /// to none. Several samples of one instant complete each other.
    public void positioning(PositioningSample sample) {
        if (!interval.isBoundary(sample.at())) {
            return;
        }
        Parts bar = at(sample.at().minus(interval.duration()));
        bar.openInterest = plausible(sample.at(), "open interest", sample.openInterest(), bar.openInterest);
        bar.longShortRatio = plausible(sample.at(), "long/short ratio", sample.longShortRatio(), bar.longShortRatio);
        bar.topAccountRatio =
                plausible(sample.at(), "top account ratio", sample.topAccountRatio(), bar.topAccountRatio);
        bar.topPositionRatio =
                plausible(sample.at(), "top position ratio", sample.topPositionRatio(), bar.topPositionRatio);
    }

    /// Adds the open interest of an inverse contract to the bar that ends when it was so. It is counted in US dollars and
    /// becomes coins at the bar's close, so that valued at the close it is the same number of contracts again.
    ///
    /// @param usd US dollars, counted once
    public void openInterestUsd(Instant at, double usd) {
        if (interval.isBoundary(at)) {
            Parts bar = at(at.minus(interval.duration()));
            bar.openInterestUsd = plausible(at, "open interest", usd, bar.openInterestUsd);
        }
    }

    /// Adds the taker buys of a bar where they come apart from its kline.
    ///
    /// @param coins the part of the bar's volume in which the taker bought
    public void takerBuyVolume(Instant openTime, double coins) {
        Parts bar = at(openTime);
        bar.takerBuyVolume = plausible(openTime, "taker buy volume", coins, bar.takerBuyVolume);
    }

    /// Adds what was force-closed in a bar.
    ///
    /// @param longUsd long positions, US dollars
    /// @param shortUsd short positions, US dollars
    public void liquidations(Instant openTime, double longUsd, double shortUsd) {
        Parts bar = at(openTime);
        bar.liquidatedLongUsd = plausible(openTime, "liquidated long", longUsd, bar.liquidatedLongUsd);
        bar.liquidatedShortUsd = plausible(openTime, "liquidated short", shortUsd, bar.liquidatedShortUsd);
    }

    /// Adds a payment of funding to the bar in which it was made.
    ///
    /// @param at when it was paid; venues are a few milliseconds late
    /// @param rate paid by longs to shorts, as a fraction of notional
    public void funding(Instant at, double rate) {
        if (!Double.isFinite(rate)) {
            refuse(at, "funding rate is no number");
            return;
        }
        Parts bar = at(interval.floor(at));
        bar.funding = bar.funding == null ? rate : bar.funding + rate;
    }

    /// Notes a row that could not be used.
    public void refuse(Instant at, String reason) {
        refusals.add(new Refusal(at, reason));
    }

    /// The bars that open in `[from, to)`, ascending, and everything that was refused.
    public BarPage page(Instant from, Instant to) {
        List<Bar> bars = new ArrayList<>();
        parts.subMap(from, to).forEach((openTime, bar) -> {
            try {
                Bar built = bar.build(openTime, this::refuse);
                if (built != null) {
                    bars.add(built);
                }
            } catch (IllegalArgumentException e) {
                refuse(openTime, String.valueOf(e.getMessage()));
            }
        });
        return new BarPage(bars, refusals);
    }

    private Parts at(Instant openTime) {
        return parts.computeIfAbsent(openTime, time -> new Parts());
    }

    private void warnOfTwin(@Nullable Kline known, Kline kline) {
        if (known != null && !known.equals(kline)) {
            refuse(kline.openTime(), "kline was delivered twice with different values; the later one is used");
        }
    }

    private @Nullable Double plausible(Instant at, String what, @Nullable Double value, @Nullable Double known) {
        if (value == null) {
            return known;
        }
        if (!(value >= 0) || value.isInfinite()) {
            refuse(at, what + " is " + value);
            return known;
        }
        return value;
    }

    private interface RefusalSink {
        void accept(Instant at, String reason);
    }

    private static final class Parts {
        private @Nullable Kline mark;
        private @Nullable Kline trade;
        private @Nullable Double openInterest;
        private @Nullable Double openInterestUsd;
        private @Nullable Double takerBuyVolume;
        private @Nullable Double longShortRatio;
        private @Nullable Double topAccountRatio;
        private @Nullable Double topPositionRatio;
        private @Nullable Double funding;
        private @Nullable Double liquidatedLongUsd;
        private @Nullable Double liquidatedShortUsd;

        private @Nullable Bar build(Instant openTime, RefusalSink refused) {
            Candle price = markPrice(openTime, refused);
            PriceKind kind = PriceKind.MARK;
            if (price == null) {
                if (trade == null) {
                    return null;
                }
                price = candle(trade);
                kind = PriceKind.LAST;
            }
            Bar.Builder bar = Bar.at(openTime, price, kind)
                    .openInterest(
                            openInterestUsd == null ? openInterest : Double.valueOf(openInterestUsd / price.close()))
                    .longShortRatio(longShortRatio)
                    .topAccountRatio(topAccountRatio)
                    .topPositionRatio(topPositionRatio)
                    .fundingRate(funding)
                    .liquidatedLongUsd(liquidatedLongUsd)
                    .liquidatedShortUsd(liquidatedShortUsd);
            if (trade != null) {
                bar.volume(trade.volume())
                        .takerBuyVolume(takerBuyVolume(openTime, trade, refused))
                        .vwap(vwap(trade));
            }
            return bar.build();
        }

        private @Nullable Candle markPrice(Instant openTime, RefusalSink refused) {
            try {
                return mark == null ? null : candle(mark);
            } catch (IllegalArgumentException e) {
                refused.accept(openTime, "mark price: " + e.getMessage());
                return null;
            }
        }

        /// Statistics that come apart from the kline may be made of other trades: they are believed as a part of it only.
        private @Nullable Double takerBuyVolume(Instant openTime, Kline trades, RefusalSink refused) {
            if (takerBuyVolume != null && takerBuyVolume > trades.volume()) {
                refused.accept(openTime, "takers bought " + takerBuyVolume + " of a volume of " + trades.volume());
                return trades.takerBuyVolume();
            }
            return takerBuyVolume == null ? trades.takerBuyVolume() : takerBuyVolume;
        }

        private static @Nullable Double vwap(Kline trades) {
            boolean known = trades.volume() > 0 && !Double.isNaN(trades.quoteVolume());
            return known ? (Double) (trades.quoteVolume() / trades.volume()) : null;
        }

        private static Candle candle(Kline kline) {
            return new Candle(kline.open(), kline.high(), kline.low(), kline.close());
        }
    }
}
