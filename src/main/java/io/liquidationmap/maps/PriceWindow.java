package io.liquidationmap.maps;

/// The prices a map shows.
public sealed interface PriceWindow {

    /// So many percent of the current price to either side.
    ///
    /// @param pct 5 means 5 %; more than 0, at most 95
    record Span(double pct) implements PriceWindow {}

    /// From one price to another.
    ///
    /// @param min lowest price shown, positive
    /// @param max highest price shown, above `min`
    record Bounds(double min, double max) implements PriceWindow {}
}
