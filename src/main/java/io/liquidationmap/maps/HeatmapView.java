package io.liquidationmap.maps;

import io.liquidationmap.engine.Heatmap;
import io.liquidationmap.engine.PriceWindow;
import java.time.Instant;
import java.util.List;

/// Levels over time on one price axis.
///
/// @param columns one per moment, ascending; not empty. Each is what would have been answered then: later bars and
///     later parameters change nothing
/// @param window the prices and the buckets they are cut into
/// @param amounts what would be liquidated in each bucket as of each moment, US dollars at the price of the moment
public record HeatmapView(List<Column> columns, PriceWindow window, Heatmap amounts) {

    public HeatmapView {
        columns = List.copyOf(columns);
    }

    /// The price in the step that ends with a moment, quote per coin; over several instruments weighted by open
    /// interest, where one without a bar in the step stands at its last close.
    ///
    /// @param time the moment
    /// @param open NaN, like high and low, where no instrument has a bar in the step
    /// @param close the price that separates longs from shorts then: the last one known
    public record Column(Instant time, double open, double high, double low, double close) {}
}
