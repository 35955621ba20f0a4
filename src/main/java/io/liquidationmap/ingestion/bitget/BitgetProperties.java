package io.liquidationmap.ingestion.bitget;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Bitget is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface
@ConfigurationProperties("liquidationmap.venues.bitget")
record BitgetProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.bitget.com") URI restUrl) {}
