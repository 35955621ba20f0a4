package io.liquidationmap.simulation;

import io.liquidationmap.market.BarSeries;
import java.util.List;

/// A stretch of a simulated market: what it published and, at some moments, what was true.
///
/// @param bars what it published
/// @param maps the true maps asked for, ascending by time
public record Recording(BarSeries bars, List<TrueMap> maps) {
    public Recording {
        maps = List.copyOf(maps);
    }
}
