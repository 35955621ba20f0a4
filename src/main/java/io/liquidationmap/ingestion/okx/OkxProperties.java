package io.liquidationmap.ingestion.okx;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where OKX is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface; the venue has others for some countries
@ConfigurationProperties("liquidationmap.venues.okx")
record OkxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://www.okx.com") URI restUrl) {}
