package io.liquidationmap.engine;

/// The price axis in equal steps of log price.
///
/// @param step width of a bin, in natural log of price
record LogGrid(double step) {

    /// Where a price lies on the grid; a bin is the whole number nearest to it.
    double position(double price) {
        return Math.log(price) / step;
    }

    /// The price at a position.
    double price(double position) {
        return Math.exp(position * step);
    }
}
