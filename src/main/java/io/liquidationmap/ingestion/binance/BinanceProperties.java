package io.liquidationmap.ingestion.binance;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Binance is, and who asks.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface of USD-M futures
/// @param archiveUrl the public archive
/// @param apiKey a key of any account; only the margin tiers need one
/// @param apiSecret its secret
@ConfigurationProperties("liquidationmap.venues.binance")
record BinanceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://fapi.binance.com") URI restUrl,
        @DefaultValue("https://data.binance.vision") URI archiveUrl,
        @Nullable String apiKey,
        @Nullable String apiSecret) {

    BinanceProperties {
        if ((apiKey == null) != (apiSecret == null)) {
            throw new IllegalArgumentException("api-key and api-secret must be given together or not at all");
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "BinanceProperties[restUrl=" + restUrl + ", archiveUrl=" + archiveUrl + "]";
    }
}
