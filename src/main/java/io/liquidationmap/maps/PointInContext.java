package io.liquidationmap.maps;

import io.liquidationmap.engine.context.Standing;
import java.util.List;

/// A point of a history, and how unusual it was.
///
/// @param point the imbalance
/// @param standings at each distance of the point, in their order: where it stood among the midnights of the last half
///     year and of the last two years, without those windows that reach back to before the history
public record PointInContext(ImbalancePoint point, List<List<Standing>> standings) {

    public PointInContext {
        standings = standings.stream().map(List::copyOf).toList();
    }
}
