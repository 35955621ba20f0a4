package io.liquidationmap.ingestion.binance;

import java.util.List;

/// The margin tiers of one symbol.
record SymbolBrackets(String symbol, List<Bracket> brackets) {

    /// One tier, smallest first; it begins where the one before ends.
    ///
    /// @param initialLeverage largest leverage
    /// @param notionalCap largest position value, quote currency
    /// @param maintMarginRatio share that must remain as margin
    record Bracket(double initialLeverage, double notionalCap, double maintMarginRatio) {}
}
