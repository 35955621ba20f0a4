package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.Envelope;
import io.liquidationmap.market.MarginSchedule.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The margin tiers of every symbol of a market, as the web site shows them.
///
/// @param code `000000` for success
/// @param message why not
record WebBrackets(
        @Nullable String code,
        @Nullable String message,
        @Nullable Data data) implements Envelope {

    private static final String SUCCESS = "000000";

    @Override
    public Optional<Fault> fault() {
        return SUCCESS.equals(code) && data != null && !data.brackets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(code + " " + message, false));
    }

    /// The tiers by symbol.
    Map<String, List<Step>> steps() {
        return data == null
                ? Map.of()
                : data.brackets.stream().collect(Collectors.toMap(Symbol::symbol, Symbol::steps));
    }

    /// What is inside.
    record Data(List<Symbol> brackets) {}

    /// One symbol.
    ///
    /// @param riskBrackets smallest first; each begins where the one before ends
    record Symbol(String symbol, List<Bracket> riskBrackets) {

        private List<Step> steps() {
            return riskBrackets.stream()
                    .map(tier -> new Step(
                            tier.bracketNotionalCap, tier.bracketMaintenanceMarginRate, tier.maxOpenPosLeverage))
                    .toList();
        }
    }

    /// One tier.
    ///
    /// @param bracketNotionalCap largest position value, currency of settlement
    /// @param bracketMaintenanceMarginRate share that must remain as margin
    /// @param maxOpenPosLeverage largest leverage
    record Bracket(double bracketNotionalCap, double bracketMaintenanceMarginRate, double maxOpenPosLeverage) {}
}
