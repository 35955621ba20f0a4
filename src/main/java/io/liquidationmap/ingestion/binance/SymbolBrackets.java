package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.liquidationmap.ingestion.binance.HourlyMargins.Tiers;
import io.liquidationmap.market.MarginSchedule.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The margin tiers of one symbol.
record SymbolBrackets(String symbol, @Nullable List<Bracket> brackets) {

    /// @throws IllegalArgumentException if one of them lacks something
    List<Step> steps() {
        return brackets == null
                ? List.of()
                : brackets.stream().map(Bracket::step).toList();
    }

    /// One tier, smallest first; it begins where the one before ends.
    ///
    /// @param initialLeverage largest leverage
    /// @param notionalCap largest position value, currency of settlement
    /// @param maintMarginRatio share that must remain as margin
    record Bracket(
            @Nullable Double initialLeverage,
            @JsonAlias("qtyCap") @Nullable Double notionalCap,
            @Nullable Double maintMarginRatio) {

        private Step step() {
            return Tiers.step(notionalCap, maintMarginRatio, initialLeverage);
        }
    }
}
