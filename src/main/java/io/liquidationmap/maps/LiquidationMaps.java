package io.liquidationmap.maps;

/// Where every question about liquidation levels begins.
public interface LiquidationMaps {

    /// Finds the instruments, bars and positions that answer a question, as they are at this moment.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    MarketSnapshot open(MarketQuery query);
}
