package io.liquidationmap.simulation;

/// The trades of a step. Every order of a trader is filled by market makers.
final class Tape {

    private long volume;
    private long takerBuys;

    /// A trade of a trader's who crosses the spread.
    ///
    /// @param sign +1 buy, −1 sell
    void take(int sign, long lots) {
        volume += lots;
        takerBuys += sign > 0 ? lots : 0;
    }

    /// A trade of a trader's whose order rested in the book.
    ///
    /// @param sign +1 buy, −1 sell
    void rest(int sign, long lots) {
        take(-sign, lots);
    }

    void clear() {
        volume = 0;
        takerBuys = 0;
    }

    long volume() {
        return volume;
    }

    long takerBuys() {
        return takerBuys;
    }
}
