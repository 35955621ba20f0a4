package io.liquidationmap.ingestion.bybit;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Bybit is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface; the venue has others for some countries
@ConfigurationProperties("liquidationmap.venues.bybit")
record BybitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.bybit.com") URI restUrl) {}
