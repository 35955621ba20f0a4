package io.liquidationmap.api.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.maps.LiquidationPrices;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionAnswerTest {

    @ParameterizedTest
    @CsvSource({"LINEAR, USDC, linear, USDC, BTC", "INVERSE, USD, inverse, BTC, USD"})
    void amounts_sayInWhichCurrencyTheyAre(
            ContractType type, String quote, String contract, String settlement, String quantity) {
        Instrument instrument = new Instrument(InstrumentId.of("deribit", "BTC-PERPETUAL"), "BTC", quote, type);

        PositionAnswer answer = PositionAnswer.of(
                new LiquidationPrices.Query(
                        instrument.venue(), "BTC", Side.LONG, 60_000, 10.0, null, null, Instant.EPOCH),
                new LiquidationPrices.Answer(
                        instrument,
                        OptionalDouble.of(55_000),
                        OptionalDouble.of(54_000),
                        10,
                        1,
                        0.1,
                        0.01,
                        0,
                        50,
                        "formula",
                        "tiers",
                        LocalDate.EPOCH));

        assertThat(answer.contract()).isEqualTo(contract);
        assertThat(answer.quoteCurrency()).isEqualTo(quote);
        assertThat(answer.settlementCurrency()).isEqualTo(settlement);
        assertThat(answer.quantityUnit()).isEqualTo(quantity);
    }
}
