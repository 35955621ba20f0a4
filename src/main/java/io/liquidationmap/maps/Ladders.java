package io.liquidationmap.maps;

/// Where questions about scaling into a position begin.
public interface Ladders {

    /// Finds the map and the margin tiers, as they are at this moment or were at `asOf`.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    LadderReading open(MarketQuery query);
}
