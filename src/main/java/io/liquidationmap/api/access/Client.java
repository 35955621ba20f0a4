package io.liquidationmap.api.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Whose requests are counted together.
sealed interface Client {

    /// What its limit is called in headers.
    String policy();

    /// One who has a key.
    record WithKey(Caller caller) implements Client {
        @Override
        public String policy() {
            return "key";
        }
    }

    /// One who has none.
    ///
    /// @param network the address; of IPv6 the network, because whoever has one has all of its 2⁶⁴ addresses
    record AtAddress(String network) implements Client {

        private static final int NETWORK_BYTES = 8;

        /// @param address as the web server knows it: that of the connection, unless it was told to trust a proxy
        static AtAddress of(String address) {
            if (!address.contains(":")) {
                return new AtAddress(address);
            }
            InetAddress literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address
                    ? new AtAddress(
                            HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES)))
                    : new AtAddress(literal.getHostAddress());
        }

        @Override
        public String policy() {
            return "address";
        }
    }
}
