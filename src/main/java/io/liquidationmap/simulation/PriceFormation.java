package io.liquidationmap.simulation;

/// Where a contract's price comes from.
interface PriceFormation {

    /// Moves on by a step.
    ///
    /// @param timeMs when the step begins, epoch milliseconds
    /// @param stepMs how long it is; divides a quarter of an hour
    void advance(long timeMs, long stepMs);

    /// Present mark price.
    double mark();

    /// Forced orders push the price.
    ///
    /// @param lots bought minus sold
    void press(long lots);

    /// The climate in which the price moves.
    Climate climate();
}
