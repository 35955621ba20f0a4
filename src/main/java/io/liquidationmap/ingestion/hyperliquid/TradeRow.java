package io.liquidationmap.ingestion.hyperliquid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trade.
///
/// @param users addresses of the buyer and the seller
record TradeRow(@Nullable List<String> users) {

    List<String> addresses() {
        return users == null ? List.of() : users;
    }
}
