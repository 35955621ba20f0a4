package io.liquidationmap.ingestion.dydx;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where dYdX is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface
@ConfigurationProperties("liquidationmap.venues.dydx")
record DydxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://indexer.dydx.trade/v4") URI restUrl) {}
