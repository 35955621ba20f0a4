package io.liquidationmap.engine;

/// A stretch of the price axis cut into equal buckets.
///
/// @param low lower end, quote per coin, positive
/// @param high upper end, quote per coin, above `low`
/// @param buckets how many, from [#MIN_BUCKETS] to [#MAX_BUCKETS]
public record PriceWindow(double low, double high, int buckets) {

    /// Fewest buckets of a window.
    public static final int MIN_BUCKETS = 10;
    /// Most buckets of a window.
    public static final int MAX_BUCKETS = 2000;

    public PriceWindow {
        if (!(low > 0 && high > low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a price window needs 0 < low < high");
        }
        if (buckets < MIN_BUCKETS || buckets > MAX_BUCKETS) {
            throw new IllegalArgumentException("a price window has " + MIN_BUCKETS + " to " + MAX_BUCKETS + " buckets");
        }
    }

    /// The window that reaches as far, as a fraction of `price`, below it as above.
    ///
    /// @param span in (0, 1)
    public static PriceWindow around(double price, double span, int buckets) {
        return new PriceWindow(price * (1 - span), price * (1 + span), buckets);
    }

    /// The lower edge of bucket `i`; of bucket `buckets`, the upper end of the window.
    public double edge(int i) {
        return i == buckets ? high : low + (high - low) * i / buckets;
    }
}
