package io.liquidationmap.maps;

/// The prices a map shows.
public sealed interface PriceWindow {

    /// For whatever does not depend on it.
    PriceWindow ANY = new Span(20);

    /// Enough to name a window whose buckets nobody looks at.
    int ANY_BUCKETS = io.liquidationmap.engine.PriceWindow.MIN_BUCKETS;

    /// The window in prices.
    ///
    /// @param price the current price
    io.liquidationmap.engine.PriceWindow around(double price, int buckets);

    /// So many percent of the current price to either side.
    ///
    /// @param pct 5 means 5 %; more than 0, at most 95
    record Span(double pct) implements PriceWindow {
        @Override
        public io.liquidationmap.engine.PriceWindow around(double price, int buckets) {
            return io.liquidationmap.engine.PriceWindow.around(price, pct / 100, buckets);
        }
    }

    /// From one price to another.
    ///
    /// @param min lowest price shown, positive
    /// @param max highest price shown, above `min`
    record Bounds(double min, double max) implements PriceWindow {
        @Override
        public io.liquidationmap.engine.PriceWindow around(double price, int buckets) {
            return new io.liquidationmap.engine.PriceWindow(min, max, buckets);
        }
    }
}
