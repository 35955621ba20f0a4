package io.liquidationmap.maps;

/// Where questions about the imbalance and its past begin.
public interface Imbalances {

    /// The present imbalance, or that of `asOf`, and where it stands in its own past.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    ImbalanceReading open(MarketQuery query);

    /// The imbalance over a stretch of time.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    ImbalanceHistory history(HistoryQuery query);
}
