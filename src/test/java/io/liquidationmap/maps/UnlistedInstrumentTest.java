package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnlistedInstrumentTest {

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT,BTC,USDT,LINEAR",
        "btc_usdt,BTC,USDT,LINEAR",
        "ETH-USDC-SWAP,ETH,USDC,LINEAR",
        "BTC-USD-SWAP,BTC,USD,INVERSE",
        "XBTUSD,BTC,USD,INVERSE",
        "BTCUSD_PERP,BTC,USD,INVERSE",
        "1000PEPEUSDT,1000PEPE,USDT,LINEAR",
        "SOL,SOL,USDT,LINEAR",
    })
    void of_readsWhatTheSymbolSays(String symbol, String base, String quote, ContractType contract) {
        Instrument instrument = UnlistedInstrument.of(new Venue("alpha"), symbol);

        assertThat(instrument.base()).isEqualTo(base);
        assertThat(instrument.quote()).isEqualTo(quote);
        assertThat(instrument.contract()).isEqualTo(contract);
    }

    @Test
    void of_refusesWhatNamesNoCoin() {
        assertThatThrownBy(() -> UnlistedInstrument.of(new Venue("alpha"), "a.b"))
                .isInstanceOf(UnknownSymbol.class);
    }
}
