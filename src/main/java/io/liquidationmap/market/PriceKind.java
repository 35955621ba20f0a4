package io.liquidationmap.market;

/// Which price a bar's candle shows. Venues liquidate on the mark price, whose wicks are not those of the last price.
public enum PriceKind {
    /// The venue's mark price: what triggers liquidations.
    MARK,
    /// The last traded price: stands in where the mark price is not known.
    LAST
}
