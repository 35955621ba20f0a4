package io.liquidationmap.ingestion.bitmex;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A contract and its present state.
///
/// @param typ `FFWCSX` for a perpetual of a coin
/// @param state `Open` while it trades
/// @param listing when it was listed
/// @param underlying the coin, bitcoin being `XBT`
/// @param settlCurrency currency of settlement and its unit: `XBt` is a hundred-millionth of a bitcoin, `USDt` a
///     millionth of a USDT
/// @param multiplier worth of one contract at a price of 1, in units of settlement; negative if it is inverse
/// @param underlyingToSettleMultiplier units of settlement per coin of an inverse contract, negative
/// @param quoteToSettleMultiplier units of settlement per quote currency of a linear contract
/// @param isQuanto whether it settles in a currency that neither is the coin nor the one of the price
/// @param initMargin initial margin of the smallest positions, as a fraction of notional
/// @param maintMargin maintenance margin of the smallest positions, as a fraction of notional
/// @param riskLimit largest position value for which these hold, units of settlement
/// @param riskStep position value after which both rise again, units of settlement
/// @param takerFee as a fraction of notional
/// @param openInterest contracts, counted once
/// @param markPrice quote per coin
/// @param timestamp when any of this has last changed
record InstrumentRow(
        String symbol,
        @Nullable String typ,
        @Nullable String state,
        @Nullable Instant listing,
        @Nullable String underlying,
        @Nullable String quoteCurrency,
        @Nullable String settlCurrency,
        @Nullable Double multiplier,
        @Nullable Double underlyingToSettleMultiplier,
        @Nullable Double quoteToSettleMultiplier,
        @Nullable Boolean isInverse,
        @Nullable Boolean isQuanto,
        @Nullable Double initMargin,
        @Nullable Double maintMargin,
        @Nullable Double riskLimit,
        @Nullable Double riskStep,
        @Nullable Double takerFee,
        @Nullable Double openInterest,
        @Nullable Double markPrice,
        @Nullable Instant timestamp) {}
