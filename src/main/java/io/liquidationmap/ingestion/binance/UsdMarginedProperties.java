package io.liquidationmap.ingestion.binance;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where USD-M is, and who asks.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface
/// @param apiKey a key of any account; only the margin tiers need one
/// @param apiSecret its secret
@ConfigurationProperties("liquidationmap.venues.binance")
record UsdMarginedProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://fapi.binance.com") URI restUrl,
        @Nullable String apiKey,
        @Nullable String apiSecret) {

    /// Null if none is given.
    @Nullable ApiKey key() {
        return ApiKey.of(apiKey, apiSecret);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "UsdMarginedProperties[restUrl=" + restUrl + "]";
    }
}
