package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/// Answers of the venue itself, and those its documentation shows.
class UsdMarginedRecordedAnswersTest {

    private static final RefusedRows NOTHING_REFUSED = (venue, subject, reason) -> fail(subject + ": " + reason);

    private static final String EXAMPLES = "doc_examples/binance_usdm__get_";

    @Test
    void listing_hasPerpetualsAlone_thousandsOfACoinAsACoinOfTheirOwn() throws IOException {
        ExchangeInfo info = RecordedAnswer.read(
                        "cryptofeed/binance_fapi_exchangeInfo_20210722.json", new TypeReference<Recorded>() {})
                .body();

        assertThat(info.perpetuals(UsdMargined.VENUE, ContractType.LINEAR, NOTHING_REFUSED))
                .hasSizeGreaterThan(100)
                .extracting(listed ->
                        listed.instrument().symbol() + " " + listed.instrument().base())
                .contains("BTCUSDT BTC", "1000SHIBUSDT 1000SHIB")
                .noneMatch(listed -> listed.startsWith("BTCUSDT_"));
        assertThat(info.perpetuals(UsdMargined.VENUE, ContractType.INVERSE, NOTHING_REFUSED))
                .isEmpty();
    }

    /// Documented with times as text; they are numbers in fact.
    @Test
    void openInterest_isCoins_whateverItsTimeIsWrittenAs() throws IOException {
        OpenInterestNow now =
                RecordedAnswer.read(EXAMPLES + "fapi_v1_openinterest_0.json", new TypeReference<OpenInterestNow>() {});
        List<OpenInterestRow> past = RecordedAnswer.read(
                EXAMPLES + "futures_data_openinteresthist_0.json", new TypeReference<List<OpenInterestRow>>() {});

        assertThat(now).isEqualTo(new OpenInterestNow(10_659.509, 1589437530011L));
        assertThat(past).contains(new OpenInterestRow(20_401.367, 1583128200000L));
    }

    @Test
    void ratios_areReadFromEachOfTheThree() throws IOException {
        assertThat(firstRatio("globallongshortaccountratio")).isEqualTo(new RatioRow(0.196, 1583139600000L));
        assertThat(firstRatio("toplongshortaccountratio")).isEqualTo(new RatioRow(1.8105, 1583139600000L));
        assertThat(firstRatio("toplongshortpositionratio")).isEqualTo(new RatioRow(1.4342, 1583139600000L));
    }

    @Test
    void klines_haveCoinsFirst_andWhatTakersBought() throws IOException {
        List<KlineRow> rows =
                RecordedAnswer.read(EXAMPLES + "fapi_v1_klines_0.json", new TypeReference<List<KlineRow>>() {});

        assertThat(rows.getFirst().linear())
                .isEqualTo(new Kline(
                        Instant.ofEpochMilli(1499040000000L),
                        0.0163479,
                        0.8,
                        0.015758,
                        0.015771,
                        148976.11427815,
                        2434.19055334,
                        1756.87402397));
    }

    @Test
    void funding_andTiers_canBeRead() throws IOException {
        List<FundingRow> funding =
                RecordedAnswer.read(EXAMPLES + "fapi_v1_fundingrate_0.json", new TypeReference<List<FundingRow>>() {});
        List<SymbolBrackets> brackets = RecordedAnswer.read(
                EXAMPLES + "fapi_v1_leveragebracket_0.json", new TypeReference<List<SymbolBrackets>>() {});

        assertThat(funding.getLast().fundingRate()).isCloseTo(0.0001, within(1e-12));
        assertThat(brackets.getFirst().steps()).containsExactly(new Step(10_000, 0.0065, 75));
    }

    private static RatioRow firstRatio(String statistic) throws IOException {
        return RecordedAnswer.read(
                        EXAMPLES + "futures_data_" + statistic + "_0.json", new TypeReference<List<RatioRow>>() {})
                .getFirst();
    }

    private record Recorded(ExchangeInfo body) {}
}
