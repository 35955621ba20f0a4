package io.liquidationmap.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BTCUSDT, BTC, USDT",
        "btcusdc, BTC, USDC",
        "1000PEPEUSDT, 1000PEPE, USDT",
        "BTCUSD, BTC, USD",
        "BTCUSD_PERP, BTC, USD",
        "BTCUSDTPERP, BTC, USDT",
        "BTC-USDT-SWAP, BTC, USDT",
        "BTC-USD-SWAP, BTC, USD",
        "BTC_USDT, BTC, USDT",
        "BTC-USD, BTC, USD",
        "BTC/USDT:USDT, BTC, USDT",
        "BTC/USD:BTC, BTC, USD",
        "BTCUSDT.P, BTC, USDT",
        "XBTUSD, BTC, USD",
        "XBTUSDT, BTC, USDT",
    })
    void ofSymbol_readsBaseAndQuote(String symbol, String base, String quote) {
        assertThat(Pair.ofSymbol(symbol)).contains(new Pair(base, quote));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "BTC",
                "BTC-PERP",
                "USDT",
                "BTCEUR",
                "XBTUSDTM",
                "BTC-29DEC23-USDT",
                "BTCUSDT_240329",
                "PF_XBTUSD",
                "BTC-PERPETUAL-USDC",
                "PERP"
            })
    void ofSymbol_isEmpty_whenSymbolDoesNotTell(String symbol) {
        assertThat(Pair.ofSymbol(symbol)).isEmpty();
    }
}
