package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.liquidationmap.market.MarginSchedule.Step;
import java.util.List;

/// The margin tiers of one symbol.
record SymbolBrackets(String symbol, List<Bracket> brackets) {

    List<Step> steps() {
        return brackets.stream()
                .map(tier -> new Step(tier.notionalCap, tier.maintMarginRatio, tier.initialLeverage))
                .toList();
    }

    /// One tier, smallest first; it begins where the one before ends.
    ///
    /// @param initialLeverage largest leverage
    /// @param notionalCap largest position value, currency of settlement
    /// @param maintMarginRatio share that must remain as margin
    record Bracket(
            double initialLeverage, @JsonAlias("qtyCap") double notionalCap, double maintMarginRatio) {}
}
