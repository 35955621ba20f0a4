package io.liquidationmap.engine;

/// Where in a bar positions are taken to have been opened: three prices and the share of each. The outer two lie
/// halfway, in log price, between the bar's volume-weighted average price and its extremes.
///
/// @param low share opened halfway between low and average
/// @param middle share opened at the average
/// @param high share opened halfway between average and high
public record EntrySpread(double low, double middle, double high) {

    private static final double ROUNDING = 1e-9;

    public EntrySpread {
        if (!(low >= 0 && middle >= 0 && high >= 0) || Math.abs(low + middle + high - 1) > ROUNDING) {
            throw new IllegalArgumentException("the shares of an entry spread must not be negative and add up to 1");
        }
    }
}
