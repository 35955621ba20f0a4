package io.liquidationmap.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominationTest {

    private static final Instant OPEN = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BTC,BTC,1",
        "1000PEPE,PEPE,1000",
        "kPEPE,PEPE,1000",
        "10000LADYS,LADYS,10000",
        "1000000MOG,MOG,1000000",
        "1MBABYDOGE,BABYDOGE,1000000",
        "SHIB1000,SHIB,1000",
        "1000X,X,1000",
        "1INCH,1INCH,1",
        "100BTC,100BTC,1",
        "KAVA,KAVA,1",
        "1000,1000,1",
        "2000PEPE,2000PEPE,1",
        "1000000000000A,1000000000000A,1"
    })
    void of_readsTheName(String name, String coin, double units) {
        assertThat(Denomination.of(name)).isEqualTo(new Denomination(coin, units));
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT,1",
        "1000PEPEUSDT,1000",
        "SHIB1000USDT,1000",
        "kPEPE,1000",
        "PEPE-USDT-SWAP,1",
        "PF_XBTUSD,1",
        "1000BONK-PERP,1000"
    })
    void of_readsTheSymbol(String symbol, double units) {
        assertThat(Denomination.of(InstrumentId.of("any", symbol)).units()).isEqualTo(units);
    }

    @Test
    void perCoin_dividesPrices_multipliesSizes_andLeavesValues() {
        Bar bar = Bar.at(OPEN, new Candle(8, 16, 4, 12), PriceKind.MARK)
                .vwap(10.0)
                .volume(3.0)
                .takerBuyVolume(1.0)
                .openInterest(5.0)
                .longShortRatio(1.5)
                .topAccountRatio(1.25)
                .topPositionRatio(1.125)
                .fundingRate(0.0001)
                .liquidatedLongUsd(7.0)
                .liquidatedShortUsd(9.0)
                .build();

        Bar single = new Denomination("PEPE", 1000).perCoin(bar);

        assertThat(single)
                .isEqualTo(Bar.at(OPEN, new Candle(0.008, 0.016, 0.004, 0.012), PriceKind.MARK)
                        .vwap(0.01)
                        .volume(3_000.0)
                        .takerBuyVolume(1_000.0)
                        .openInterest(5_000.0)
                        .longShortRatio(1.5)
                        .topAccountRatio(1.25)
                        .topPositionRatio(1.125)
                        .fundingRate(0.0001)
                        .liquidatedLongUsd(7.0)
                        .liquidatedShortUsd(9.0)
                        .build());
    }

    @Test
    void perCoin_keepsWhatIsUnknown() {
        Bar bar = Bar.at(OPEN, new Candle(8, 16, 4, 12), PriceKind.LAST).build();

        assertThat(new Denomination("PEPE", 1000).perCoin(bar))
                .isEqualTo(Bar.at(OPEN, new Candle(0.008, 0.016, 0.004, 0.012), PriceKind.LAST)
                        .build());
    }

    @Test
    void perCoin_ofLiquidationsAndPositions() {
        InstrumentId pepe = InstrumentId.of("any", "1000PEPEUSDT");
        Denomination thousand = Denomination.of(pepe);

        Liquidation event = thousand.perCoin(
                Liquidation.ofCoins(pepe, OPEN, Side.LONG, 8, 5).named("venue's own"));
        PublicPosition position =
                thousand.perCoin(new PublicPosition(pepe, -5, 8.0, MarginMode.CROSS, 10, null, 4, 40));

        assertThat(event).isEqualTo(new Liquidation(pepe, OPEN, Side.LONG, 0.008, 5_000, 40, "venue's own", 0));
        assertThat(position).isEqualTo(new PublicPosition(pepe, -5_000, 0.008, MarginMode.CROSS, 10, null, 4, 40));
    }
}
