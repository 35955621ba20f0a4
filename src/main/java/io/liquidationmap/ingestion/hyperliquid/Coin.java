package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.util.regex.Pattern;

/// How the venue names its contracts: by the coin, `BTC`, and by a thousand of a coin that costs next to nothing,
/// `kPEPE`, of which price and size count thousands.
final class Coin {

    private static final Pattern THOUSAND = Pattern.compile("k(?=\\p{Lu})");

    private Coin() {}

    /// The contract of this name.
    ///
    /// @throws IllegalArgumentException if it is an impossible name
    static Instrument instrument(String name) {
        String base = THOUSAND.matcher(name).lookingAt() ? "1000" + name.substring(1) : name;
        return new Instrument(new InstrumentId(HyperliquidSource.VENUE, name), base, "USDC", ContractType.LINEAR);
    }
}
