package io.liquidationmap.ingestion.deribit;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Deribit is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface
@ConfigurationProperties("liquidationmap.venues.deribit")
record DeribitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://www.deribit.com/api/v2") URI restUrl) {}
