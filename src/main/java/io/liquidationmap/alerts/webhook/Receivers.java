package io.liquidationmap.alerts.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/// Says early what cannot work. Whether an address may be connected to is decided again when it is: what a name stands
/// for may change in between.
@Component
class Receivers {

    private final WebhookProperties properties;
    private final DnsResolver names;
    private final InetAddressFilter allowed;

    Receivers(WebhookProperties properties, DnsResolver names) {
        this.properties = properties;
        this.names = names;
        this.allowed = PublicAddresses.and(properties.allowedAddresses());
    }

    /// The addresses that may be connected to. No bean: the framework would put one before the venues' clients as well.
    InetAddressFilter allowed() {
        return allowed;
    }

    /// Why nothing can be sent there; empty if it can.
    Optional<String> refusal(URI url) {
        if (!hasAllowedScheme(url)) {
            return Optional.of(
                    properties.httpAllowed() ? "is neither an https nor an http address" : "is not an https address");
        }
        if (url.getHost() == null) {
            return Optional.of("has no host");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("has a user or a fragment");
        }
        return refusal(url.getHost());
    }

    private Optional<String> refusal(String host) {
        InetAddress[] addresses;
        try {
            addresses = names.resolve(host.replaceAll("[\\[\\]]", ""));
        } catch (UnknownHostException _) {
            return Optional.of("has a host that nobody knows");
        }
        return Arrays.stream(addresses).anyMatch(allowed::matches)
                ? Optional.empty()
                : Optional.of("has a host whose address is not public");
    }

    private boolean hasAllowedScheme(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && properties.httpAllowed());
    }
}
