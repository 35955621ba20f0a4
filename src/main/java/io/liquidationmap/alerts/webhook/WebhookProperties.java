package io.liquidationmap.alerts.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where messages may go, and how long that may take.
///
/// @param httpAllowed whether they may go over plain HTTP
/// @param allowedAddresses addresses and networks (`10.1.2.0/24`) to which they may go although these are not public
/// @param connectTimeout for the connection
/// @param readTimeout between two bytes of the answer
/// @param deadline for all of it
@ConfigurationProperties("liquidationmap.alerts.webhook")
record WebhookProperties(
        @DefaultValue("false") boolean httpAllowed,
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("15s") Duration deadline) {

    WebhookProperties {
        allowedAddresses = List.copyOf(allowedAddresses);
    }
}
