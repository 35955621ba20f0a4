package io.liquidationmap.maps;

import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Pair;
import io.liquidationmap.market.Venue;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a symbol says about a contract of which nothing else is known. By convention a contract quoted in plain `USD`
/// is margined in the coin and one quoted in a stablecoin is not; a bare coin is taken for its stablecoin contract.
final class UnlistedInstrument {

    private static final Pattern COIN = Pattern.compile("[A-Z0-9]{1,24}");

    private UnlistedInstrument() {}

    static Instrument of(Venue venue, String symbol) {
        String coin = symbol.toUpperCase(Locale.ROOT);
        Pair pair = Pair.ofSymbol(symbol).orElse(new Pair(coin, "USDT"));
        if (!COIN.matcher(pair.base()).matches()) {
            throw new UnknownSymbol("coins (BTC) and contracts quoted in USDT, USDC or USD (BTCUSDT, BTC-USD-SWAP)");
        }
        ContractType contract = pair.quote().equals("USD") ? ContractType.INVERSE : ContractType.LINEAR;
        return new Instrument(new InstrumentId(venue, symbol), pair.base(), pair.quote(), contract);
    }
}
