package io.liquidationmap.ingestion.hyperliquid;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What is listed and how it stands, as an array of two.
///
/// @param contexts one for each contract, in the order of the listing
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"meta", "contexts"})
record MetaAndContexts(Meta meta, List<AssetContext> contexts) {

    /// The open interest of a contract, coins, counted once; empty if it is not listed or does not say.
    OptionalDouble openInterest(String coin) {
        for (int i = 0; i < Math.min(meta.universe().size(), contexts.size()); i++) {
            Double coins = contexts.get(i).openInterest();
            if (coin.equals(meta.universe().get(i).name()) && coins != null) {
                return OptionalDouble.of(coins);
            }
        }
        return OptionalDouble.empty();
    }

    /// What is open in every contract that says so, US dollars, by name.
    Map<String, Double> openInterestUsd() {
        Map<String, Double> usd = new HashMap<>();
        for (int i = 0; i < Math.min(meta.universe().size(), contexts.size()); i++) {
            AssetContext context = contexts.get(i);
            if (context.openInterest() != null && context.markPx() != null) {
                usd.put(meta.universe().get(i).name(), context.openInterest() * context.markPx());
            }
        }
        return usd;
    }

    /// How a contract stands.
    ///
    /// @param openInterest coins
    /// @param markPx US dollars per coin
    record AssetContext(
            @Nullable Double openInterest, @Nullable Double markPx) {}
}
