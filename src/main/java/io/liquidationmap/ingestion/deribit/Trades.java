package io.liquidationmap.ingestion.deribit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A page of trades.
///
/// @param hasMore whether there are more in the stretch that was asked for
record Trades(
        List<TradeRow> trades, @JsonProperty("has_more") boolean hasMore) {}
