package io.liquidationmap.ingestion.hyperliquid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The venue's largest traders.
record Leaderboard(@JsonProperty("leaderboardRows") List<TraderRow> traders) {

    /// One of them.
    ///
    /// @param accountValue equity, US dollars
    record TraderRow(@Nullable String ethAddress, @Nullable Double accountValue) {}
}
