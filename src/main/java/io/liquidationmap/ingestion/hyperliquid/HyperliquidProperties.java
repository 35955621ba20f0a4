package io.liquidationmap.ingestion.hyperliquid;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Hyperliquid is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the public interface
/// @param statisticsUrl the host of the leaderboard
/// @param liquidationWitnesses addresses of the accounts whose fills tell of others' liquidations; ten at most
@ConfigurationProperties("liquidationmap.venues.hyperliquid")
record HyperliquidProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.hyperliquid.xyz") URI restUrl,
        @DefaultValue("https://stats-data.hyperliquid.xyz") URI statisticsUrl,
        @DefaultValue List<String> liquidationWitnesses) {

    /// What the venue allows an address.
    private static final int MOST_WITNESSES = 10;

    HyperliquidProperties {
        liquidationWitnesses = List.copyOf(liquidationWitnesses);
        if (liquidationWitnesses.size() > MOST_WITNESSES) {
            throw new IllegalArgumentException(
                    "liquidationmap.venues.hyperliquid.liquidation-witnesses must be " + MOST_WITNESSES + " at most");
        }
    }
}
