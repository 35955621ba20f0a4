package io.liquidationmap.market;

/// Open, high, low and close of a price over one bar, in quote currency per coin.
///
/// @param open first price, positive
/// @param high highest price, at least every other
/// @param low lowest price, at most every other
/// @param close last price, positive
public record Candle(double open, double high, double low, double close) {

    public Candle {
        requirePrice(open, "open");
        requirePrice(high, "high");
        requirePrice(low, "low");
        requirePrice(close, "close");
        if (low > high || open > high || open < low || close > high || close < low) {
            throw new IllegalArgumentException("open and close must lie between low and high");
        }
    }

    private static void requirePrice(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a positive number");
        }
    }
}
