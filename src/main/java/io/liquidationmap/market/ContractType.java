package io.liquidationmap.market;

/// How a perpetual is margined and what one unit of its size is worth.
public enum ContractType {
    /// Margined and settled in the quote currency; its size is a number of coins.
    LINEAR,
    /// Margined and settled in the coin; its size is a number of US dollars, whatever the price.
    INVERSE;

    /// What one unit of its size is worth, US dollars.
    ///
    /// @param price quote per coin
    public double usdPerUnit(double price) {
        return this == LINEAR ? price : 1;
    }
}
