package io.liquidationmap.ingestion.bitmex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.market.MarginSchedule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class BitmexRecordedAnswersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 24);

    /// An answer as others have kept it.
    record Kept<T>(T body) {}

    @Test
    void bitcoin_isCountedInDollars_andLimitedInCoins() throws IOException {
        InstrumentRow row =
                RecordedAnswer.read("nautilus/bitmex/http_get_instrument_xbtusd.json", new TypeReference<>() {});
        BitmexContract contract = BitmexContract.of(row).orElseThrow();

        // The venue's own count of what is open, in hundred-millionths of a bitcoin.
        assertThat(contract.coins(411_647_400, 97_849.76)).isEqualTo(420_691_293_378e-8, within(0.1));
        MarginSchedule schedule = BitmexMargins.schedule(row, contract, DAY).orElseThrow();
        assertThat(schedule.tiers()).hasSize(21).first().satisfies(tier -> {
            assertThat(tier.cap()).isEqualTo(200);
            assertThat(tier.maintenanceMarginRate()).isEqualTo(0.005);
        });
    }

    @Test
    void aSpread_isNoPerpetual() throws IOException {
        InstrumentRow row = RecordedAnswer.read(
                "nautilus/bitmex/http_get_instrument_xbtm26_xbtu26_spread.json", new TypeReference<>() {});

        assertThat(BitmexContract.of(row)).isEmpty();
    }

    @Test
    void ofAWholeListing_onlyBitcoinIsNoQuanto() throws IOException {
        Kept<List<InstrumentRow>> listing =
                RecordedAnswer.read("cryptofeed/bitmex_instrument_active_20210722.json", new TypeReference<>() {});

        assertThat(listing.body().stream().map(BitmexContract::of).flatMap(Optional::stream))
                .extracting(contract -> contract.instrument().symbol())
                .containsExactly("XBTUSD");
    }
}
