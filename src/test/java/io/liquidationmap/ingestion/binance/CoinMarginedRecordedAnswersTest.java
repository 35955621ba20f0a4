package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/// Answers of the venue itself, and those its documentation shows.
class CoinMarginedRecordedAnswersTest {

    private static final RefusedRows NOTHING_REFUSED = (venue, subject, reason) -> fail(subject + ": " + reason);

    private static final String EXAMPLES = "doc_examples/binance_coinm__get_";

    @Test
    void listing_says100UsDollarsForBitcoinAnd10ForTheRest() throws IOException {
        ExchangeInfo info = RecordedAnswer.read(
                        "cryptofeed/binance_dapi_exchangeInfo_20210722.json", new TypeReference<Recorded>() {})
                .body();

        assertThat(info.perpetuals(CoinMargined.VENUE, ContractType.INVERSE, NOTHING_REFUSED))
                .hasSizeGreaterThan(15)
                .allSatisfy(listed -> {
                    assertThat(listed.instrument().symbol()).endsWith("USD_PERP");
                    assertThat(listed.instrument().quote()).isEqualTo("USD");
                });
        assertThat(info.perpetuals(CoinMargined.VENUE, ContractType.LINEAR, NOTHING_REFUSED))
                .isEmpty();
        assertThat(info.symbols()).allSatisfy(symbol -> {
            assertThat(symbol.contractUsd()).isEqualTo("BTC".equals(symbol.baseAsset()) ? 100 : 10);
            assertThat(symbol.symbol()).startsWith(symbol.pairName() + "_");
        });
    }

    @Test
    void openInterest_isContracts() throws IOException {
        OpenInterestNow now =
                RecordedAnswer.read(EXAMPLES + "dapi_v1_openinterest_0.json", new TypeReference<OpenInterestNow>() {});
        List<OpenInterestRow> past = RecordedAnswer.read(
                EXAMPLES + "futures_data_openinteresthist_0.json", new TypeReference<List<OpenInterestRow>>() {});

        assertThat(now).isEqualTo(new OpenInterestNow(15_004, 1591261042378L));
        assertThat(past).contains(new OpenInterestRow(20_401, 1583128200000L));
    }

    @Test
    void ratios_areReadWhateverTheirPartsAreCalled() throws IOException {
        for (String statistic : List.of("globallongshortaccountratio", "toplongshortpositionratio")) {
            List<RatioRow> rows = RecordedAnswer.read(
                    EXAMPLES + "futures_data_" + statistic + "_0.json", new TypeReference<List<RatioRow>>() {});
            assertThat(rows)
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(Objects.requireNonNull(row.longShortRatio()))
                            .isBetween(0.1, 3.0));
        }
    }

    private record Recorded(ExchangeInfo body) {}
}
