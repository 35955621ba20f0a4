package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.binance.HourlyMargins.Tiers;
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
    Map<String, Tiers> tiers() {
        return data == null
                ? Map.of()
                : data.brackets.stream()
                        .collect(Collectors.toMap(Symbol::symbol, row -> row::steps, (first, _) -> first));
    }

    /// What is inside.
    record Data(List<Symbol> brackets) {}

    /// One symbol.
    ///
    /// @param riskBrackets smallest first; each begins where the one before ends
    record Symbol(String symbol, @Nullable List<Bracket> riskBrackets) {

        private List<Step> steps() {
            return riskBrackets == null
                    ? List.of()
                    : riskBrackets.stream().map(Bracket::step).toList();
        }
    }

    /// One tier.
    ///
    /// @param bracketNotionalCap largest position value, currency of settlement
    /// @param bracketMaintenanceMarginRate share that must remain as margin
    /// @param maxOpenPosLeverage largest leverage
    record Bracket(
            @Nullable Double bracketNotionalCap,
            @Nullable Double bracketMaintenanceMarginRate,
            @Nullable Double maxOpenPosLeverage) {

        private Step step() {
            return Tiers.step(bracketNotionalCap, bracketMaintenanceMarginRate, maxOpenPosLeverage);
        }
    }
}
