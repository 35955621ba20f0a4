package io.liquidationmap.ingestion.gate;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Gate is.
///
/// @param enabled whether the venue is ingested
/// @param restUrl the REST interface, up to and with its version
@ConfigurationProperties("liquidationmap.venues.gate")
record GateProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.gateio.ws/api/v4") URI restUrl) {}
