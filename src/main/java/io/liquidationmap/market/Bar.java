package io.liquidationmap.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one venue published about one instrument over one bar. Everything but time and price may be unknown, and what
/// is unknown is null, never zero.
///
/// Open interest is a stock at the bar's *end*; volume, funding and liquidations are flows *over* the bar.
///
/// @param openTime when the bar begins
/// @param price the candle
/// @param priceKind whether the candle is of the mark or of the last price
/// @param vwap volume-weighted average trade price over the bar, quote per coin
/// @param volume traded size, coins
/// @param takerBuyVolume the part of the volume in which the taker bought, coins
/// @param openInterest open contracts at the bar's end, counted once (not once per side), coins
/// @param longShortRatio accounts that are net long / accounts that are net short
/// @param topAccountRatio the same among the venue's top traders
/// @param topPositionRatio size held long / size held short by the venue's top traders
/// @param fundingRate sum of the funding rates paid in the bar by longs to shorts, as a fraction of notional
/// @param liquidatedLongUsd long positions force-closed in the bar, US dollars
/// @param liquidatedShortUsd short positions force-closed in the bar, US dollars
public record Bar(
        Instant openTime,
        Candle price,
        PriceKind priceKind,
        @Nullable Double vwap,
        @Nullable Double volume,
        @Nullable Double takerBuyVolume,
        @Nullable Double openInterest,
        @Nullable Double longShortRatio,
        @Nullable Double topAccountRatio,
        @Nullable Double topPositionRatio,
        @Nullable Double fundingRate,
        @Nullable Double liquidatedLongUsd,
        @Nullable Double liquidatedShortUsd) {

    // A bar may be written down with a little more taker volume than volume: both are rounded by the venue.
    private static final double ROUNDING = 1 + 1e-6;

    public Bar {
        requireNotNegative(vwap, "vwap");
        requireNotNegative(volume, "volume");
        requireNotNegative(takerBuyVolume, "taker buy volume");
        requireNotNegative(openInterest, "open interest");
        requireNotNegative(longShortRatio, "long/short ratio");
        requireNotNegative(topAccountRatio, "top account ratio");
        requireNotNegative(topPositionRatio, "top position ratio");
        requireFinite(fundingRate, "funding rate");
        requireNotNegative(liquidatedLongUsd, "liquidated long");
        requireNotNegative(liquidatedShortUsd, "liquidated short");
        if (volume != null && takerBuyVolume != null && takerBuyVolume > volume * ROUNDING) {
            throw new IllegalArgumentException("taker buy volume must not exceed volume");
        }
    }

    /// Starts a bar of which only time and price are known.
    public static Builder at(Instant openTime, Candle price, PriceKind priceKind) {
        return new Builder(openTime, price, priceKind);
    }

    /// A builder that already holds everything known about this bar.
    public Builder toBuilder() {
        return at(openTime, price, priceKind)
                .vwap(vwap)
                .volume(volume)
                .takerBuyVolume(takerBuyVolume)
                .openInterest(openInterest)
                .longShortRatio(longShortRatio)
                .topAccountRatio(topAccountRatio)
                .topPositionRatio(topPositionRatio)
                .fundingRate(fundingRate)
                .liquidatedLongUsd(liquidatedLongUsd)
                .liquidatedShortUsd(liquidatedShortUsd);
    }

    private static void requireNotNegative(@Nullable Double value, String name) {
        requireFinite(value, name);
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " must not be negative");
        }
    }

    private static void requireFinite(@Nullable Double value, String name) {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
    }

    /// Collects what is known about a bar; mutable, for one thread. Each setter takes null for unknown.
    public static final class Builder {
        private final Instant openTime;
        private final Candle price;
        private final PriceKind priceKind;
        private @Nullable Double vwap;
        private @Nullable Double volume;
        private @Nullable Double takerBuyVolume;
        private @Nullable Double openInterest;
        private @Nullable Double longShortRatio;
        private @Nullable Double topAccountRatio;
        private @Nullable Double topPositionRatio;
        private @Nullable Double fundingRate;
        private @Nullable Double liquidatedLongUsd;
        private @Nullable Double liquidatedShortUsd;

        private Builder(Instant openTime, Candle price, PriceKind priceKind) {
            this.openTime = openTime;
            this.price = price;
            this.priceKind = priceKind;
        }

        public Builder vwap(@Nullable Double value) {
            vwap = value;
            return this;
        }

        public Builder volume(@Nullable Double coins) {
            volume = coins;
            return this;
        }

        public Builder takerBuyVolume(@Nullable Double coins) {
            takerBuyVolume = coins;
            return this;
        }

        public Builder openInterest(@Nullable Double coins) {
            openInterest = coins;
            return this;
        }

        public Builder longShortRatio(@Nullable Double ratio) {
            longShortRatio = ratio;
            return this;
        }

        public Builder topAccountRatio(@Nullable Double ratio) {
            topAccountRatio = ratio;
            return this;
        }

        public Builder topPositionRatio(@Nullable Double ratio) {
            topPositionRatio = ratio;
            return this;
        }

        public Builder fundingRate(@Nullable Double fraction) {
            fundingRate = fraction;
            return this;
        }

        public Builder liquidatedLongUsd(@Nullable Double usd) {
            liquidatedLongUsd = usd;
            return this;
        }

        public Builder liquidatedShortUsd(@Nullable Double usd) {
            liquidatedShortUsd = usd;
            return this;
        }

        /// The finished bar.
        ///
        /// @throws IllegalArgumentException if a known value is impossible, naming it
        public Bar build() {
            return new Bar(
                    openTime,
                    price,
                    priceKind,
                    vwap,
                    volume,
                    takerBuyVolume,
                    openInterest,
                    longShortRatio,
                    topAccountRatio,
                    topPositionRatio,
                    fundingRate,
                    liquidatedLongUsd,
                    liquidatedShortUsd);
        }
    }
}
