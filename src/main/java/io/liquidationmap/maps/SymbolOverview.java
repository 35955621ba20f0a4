package io.liquidationmap.maps;

import io.liquidationmap.engine.Cluster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One symbol at a glance.
///
/// @param symbol as it is echoed, or as it was asked for where nothing is known of it
/// @param summary null where it cannot be given
/// @param missing why it cannot; null where it is
public record SymbolOverview(
        String symbol, @Nullable Summary summary, @Nullable String missing) {

    /// The symbol's row.
    static SymbolOverview of(Summary summary) {
        return new SymbolOverview(summary.market().symbol(), summary, null);
    }

    /// A row that says what is missing.
    static SymbolOverview without(String symbol, String missing) {
        return new SymbolOverview(symbol, null, missing);
    }

    /// What is known of a symbol.
    ///
    /// @param market what is answered, and from what
    /// @param price the current price
    /// @param change of the price over the last day, as a fraction; NaN where it is unknown
    /// @param openInterestUsd all instruments together, US dollars
    /// @param imbalance at 5 and 10 %
    /// @param above the shorts
    /// @param below the longs
    public record Summary(
            Market market,
            double price,
            double change,
            double openInterestUsd,
            List<DistanceImbalance> imbalance,
            Clusters above,
            Clusters below) {

        public Summary {
            imbalance = List.copyOf(imbalance);
        }
    }

    /// The levels of one side that stand out.
    ///
    /// @param nearest of the ten heaviest clusters; null where there is none
    /// @param heaviest null where there is none
    public record Clusters(
            @Nullable Cluster nearest, @Nullable Cluster heaviest) {}
}
