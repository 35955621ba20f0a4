package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.gate.FakeGate;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// How much of the known market a venue tells. What it does not tell is unknown.
enum Telling {
    /// The whole of it.
    EVERYTHING(true, bar -> bar),

    /// Also what was force-closed.
    GATE(
            true,
            bar -> bar.toBuilder()
                    .liquidatedLongUsd(FakeGate.LONG_LIQUIDATIONS * bar.price().close())
                    .liquidatedShortUsd(
                            FakeGate.SHORT_LIQUIDATIONS * bar.price().close())
                    .build()),

    /// Of an inverse contract it does not say what was paid.
    GATE_INVERSE(true, bar -> GATE.told.apply(bar).toBuilder().vwap(null).build()),

    BYBIT(
            true,
            bar -> bar.toBuilder()
                    .takerBuyVolume(null)
                    .topAccountRatio(null)
                    .topPositionRatio(null)
                    .build()),

    BYBIT_USDC(
            true, bar -> BYBIT.told.apply(bar).toBuilder().longShortRatio(null).build()),

    /// Funding is paid every hour.
    KRAKEN(
            true,
            bar -> bar.toBuilder()
                    .vwap(null)
                    .topPositionRatio(null)
                    .fundingRate(0.0001)
                    .build()),

    /// Its ratios and taker volumes are of the last thirty periods.
    BITGET_USDT(
            false,
            bar -> bar.toBuilder().topAccountRatio(null).topPositionRatio(null).build()),

    BITGET(
            false,
            bar -> BITGET_USDT.told.apply(bar).toBuilder()
                    .longShortRatio(null)
                    .takerBuyVolume(null)
                    .build()),

    /// Candles of trades, and nothing of who holds what.
    TRADES(false, Telling::ofTrades),

    DYDX(true, Telling::ofTrades),

    /// Funding is paid every hour.
    HYPERLIQUID(
            false,
            bar -> ofTrades(bar).toBuilder().vwap(null).fundingRate(0.0000125).build());

    private final boolean pastOpenInterest;

    @SuppressWarnings("ImmutableEnumChecker") // follows from the bar alone
    private final UnaryOperator<Bar> told;

    Telling(boolean pastOpenInterest, UnaryOperator<Bar> told) {
        this.pastOpenInterest = pastOpenInterest;
        this.told = told;
    }

    /// Whether open interest can be asked for afterwards; otherwise it must be asked for when a bar ends.
    boolean pastOpenInterest() {
        return pastOpenInterest;
    }

    /// What is told of an hour.
    Bar hour(Instant openTime) {
        return told.apply(KnownMarket.bar(openTime, Interval.ONE_HOUR));
    }

    private static Bar ofTrades(Bar bar) {
        return Bar.at(bar.openTime(), KnownMarket.lastCandle(bar.openTime(), Interval.ONE_HOUR), PriceKind.LAST)
                .volume(bar.volume())
                .vwap(bar.vwap())
                .openInterest(bar.openInterest())
                .fundingRate(bar.fundingRate())
                .build();
    }
}
