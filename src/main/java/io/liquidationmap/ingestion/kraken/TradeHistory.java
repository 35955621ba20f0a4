package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/// The last trades of a contract.
///
/// @param history newest first
record TradeHistory(List<PastTrade> history) {

    /// A trade, as [TradeRow] but for the names and form of some fields.
    record PastTrade(
            @JsonProperty("uid") String id,
            @JsonProperty("time") Instant time,
            @JsonProperty("side") String side,
            @JsonProperty("type") String type,
            @JsonProperty("size") double size,
            @JsonProperty("price") double price) {

        /// The same as the feed tells it.
        TradeRow row(String symbol) {
            return new TradeRow(symbol, id, side, type, time.toEpochMilli(), size, price);
        }
    }
}
