package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Range;

/// Something that draws maps: what [ConservedModelLaws] and [ConservedModelCases] hold implementations to.
@FunctionalInterface
interface MapSource {

    /// The map as of the end of bar `last`.
    LevelMap map(ModelParameters parameters, BarSeries bars, int last, Range range);
}
