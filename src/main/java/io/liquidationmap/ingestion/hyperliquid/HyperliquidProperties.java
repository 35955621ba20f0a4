package io.liquidationmap.ingestion.hyperliquid;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Hyperliquid is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the public interface
/// @param statisticsUrl the host of the leaderboard
@ConfigurationProperties("liquidationmap.venues.hyperliquid")
record HyperliquidProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.hyperliquid.xyz") URI restUrl,
        @DefaultValue("https://stats-data.hyperliquid.xyz") URI statisticsUrl) {}
