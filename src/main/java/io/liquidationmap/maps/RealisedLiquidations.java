package io.liquidationmap.maps;

/// What was liquidated in the past.
public interface RealisedLiquidations {

    /// Answers from what was heard of the venues' streams, and where nothing was, from the sums in the bars.
    ///
    /// @throws QuestionException if there is nothing to answer from
    Realised find(RealisedQuery query);
}
