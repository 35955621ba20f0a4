package io.liquidationmap.market;

import org.jspecify.annotations.Nullable;

/// A position an account holds, as its venue publishes it.
///
/// @param instrument the contract
/// @param coins size, never zero: positive for a long, negative for a short
/// @param entryPrice average price it was opened at, quote per coin; null where the venue does not say
/// @param marginMode which margin stands behind it
/// @param leverage as set by its holder, at least 1
/// @param liquidationPrice where the venue itself would liquidate it, quote per coin, other coins standing still; null
///     if nowhere
/// @param marginUsd margin it uses, US dollars
/// @param valueUsd size at the mark price when it was seen, US dollars
public record PublicPosition(
        InstrumentId instrument,
        double coins,
        @Nullable Double entryPrice,
        MarginMode marginMode,
        double leverage,
        @Nullable Double liquidationPrice,
        double marginUsd,
        double valueUsd) {

    public PublicPosition {
        if (coins == 0 || !Double.isFinite(coins)) {
            throw new IllegalArgumentException("a position has a size other than zero");
        }
        requirePositiveOrUnknown(entryPrice, "an entry price");
        requirePositiveOrUnknown(liquidationPrice, "a liquidation price");
        if (!(leverage >= 1) || Double.isInfinite(leverage)) {
            throw new IllegalArgumentException("a leverage is at least 1");
        }
        if (!Double.isFinite(marginUsd) || !(valueUsd >= 0) || Double.isInfinite(valueUsd)) {
            throw new IllegalArgumentException("margin and value of a position are numbers");
        }
    }

    /// Whether it gains when price rises.
    public Side side() {
        return coins > 0 ? Side.LONG : Side.SHORT;
    }

    private static void requirePositiveOrUnknown(@Nullable Double price, String name) {
        if (price != null && (!(price > 0) || price.isInfinite())) {
            throw new IllegalArgumentException(name + " is positive");
        }
    }
}
