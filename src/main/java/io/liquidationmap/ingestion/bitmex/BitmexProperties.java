package io.liquidationmap.ingestion.bitmex;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where BitMEX is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface
@ConfigurationProperties("liquidationmap.venues.bitmex")
record BitmexProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://www.bitmex.com/api/v1") URI restUrl) {}
