package io.liquidationmap.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;

class PublicAddressesTest {

    private final InetAddressFilter filter = PublicAddresses.and(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", // this host
                "0.1.2.3",
                "10.0.0.1", // private
                "10.255.255.255",
                "100.64.0.1", // shared by carriers
                "100.127.255.254",
                "127.0.0.1", // loopback
                "127.255.255.254",
                "169.254.1.1", // link-local
                "169.254.169.254", // metadata of most clouds
                "100.100.100.200", // metadata of another
                "172.16.0.1", // private
                "172.31.255.254",
                "192.0.0.1", // protocol assignments
                "192.0.0.192", // metadata of yet another
                "192.0.2.1", // documentation
                "192.168.0.1", // private
                "198.18.0.1", // benchmarks
                "198.19.255.254",
                "198.51.100.1", // documentation
                "203.0.113.1",
                "224.0.0.1", // multicast
                "239.255.255.255",
                "240.0.0.1", // reserved
                "255.255.255.255", // broadcast
                "::", // none
                "::1", // loopback
                "::127.0.0.1", // IPv4 without a prefix
                "::ffff:127.0.0.1", // IPv4-mapped
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1", // translated
                "64:ff9b:1::a00:1", // translated locally
                "100::1", // discarded
                "2001::1", // Teredo
                "2001:db8::1", // documentation
                "3fff::1",
                "2002:7f00:1::1", // 6to4
                "5f00::1", // segment routing
                "fc00::1", // unique local
                "fd00:ec2::254", // metadata by IPv6
                "fe80::1", // link-local
                "fec0::1", // site-local
                "ff02::1" // multicast
            })
    void addressOfTheInside_isRefused(String address) {
        assertThat(filter.matches(InetAddress.ofLiteral(address))).isFalse();
    }

    /// Spellings that resolve to the inside without a dot in the right place.
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "10.1"})
    void oddSpelling_isReadAsTheAddressItIs(String host) throws UnknownHostException {
        assertThat(InetAddress.getAllByName(host)).noneMatch(filter::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:1.1.1.1",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void addressOfTheWorld_passes(String address) {
        assertThat(filter.matches(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void whatIsAllowed_passes_andOnlyThat() {
        InetAddressFilter withNetwork = PublicAddresses.and(List.of("10.1.2.0/24", "::1"));

        assertThat(withNetwork.matches(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(withNetwork.matches(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(withNetwork.matches(InetAddress.ofLiteral("10.1.3.1"))).isFalse();
        assertThat(withNetwork.matches(InetAddress.ofLiteral("1.1.1.1"))).isTrue();
    }
}
