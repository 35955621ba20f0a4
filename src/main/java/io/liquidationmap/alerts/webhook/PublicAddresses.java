package io.liquidationmap.alerts.webhook;

import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;

/// Which addresses are the world's and not the inside of somebody's network: not loopback, private, link-local (where
/// clouds keep their metadata), shared by carriers, multicast or set aside by the IANA, in either version of IP, nor an
/// address of IPv6 that stands for such a one of IPv4. What is written as `::ffff:10.0.0.1` is `10.0.0.1` to Java.
final class PublicAddresses {

    /// What the framework's filters do not name: IPv4 in IPv6 without any prefix, the prefix of local translators,
    /// segment routing, and the second block for documentation (IANA special-purpose registry, 2026).
    private static final String[] FURTHER = {"::/96", "64:ff9b:1::/48", "5f00::/16", "3fff::/20", "fec0::/10"};

    private PublicAddresses() {}

    /// @param allowed addresses and networks that pass as well
    static InetAddressFilter and(List<String> allowed) {
        return InetAddressFilter.externalAddresses()
                .andNot(InetAddressFilter.specialPurpose(), InetAddressFilter.multicast())
                .andNot(FURTHER)
                .or(allowed.toArray(String[]::new));
    }
}
