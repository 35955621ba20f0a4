package io.liquidationmap.ingestion.kraken;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Kraken Futures is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interfaces
@ConfigurationProperties("liquidationmap.venues.kraken")
record KrakenProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://futures.kraken.com") URI restUrl) {}
