package io.liquidationmap.maps;

/// Where questions about levels over time begin.
public interface Heatmaps {

    /// Finds what was known at each of many moments.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    HeatmapReading open(HeatmapQuery query);
}
