package io.liquidationmap.ingestion.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.ContractType;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class BybitRecordedAnswersTest {

    @Test
    void openInterest_isOfOneSide() throws IOException {
        BybitAnswer<OpenInterestRow> answer =
                RecordedAnswer.read("doc_examples/bybit__market_open-interest_0.json", new TypeReference<>() {});

        assertThat(answer.fault()).isEmpty();
        assertThat(answer.rows()).hasSize(5).first().satisfies(row -> {
            assertThat(row.counted()).isEqualTo(31_955_346);
            assertThat(row.openInterest()).isEqualTo(63_910_691);
            assertThat(Instant.ofEpochMilli(row.timestamp())).isEqualTo("2026-06-09T00:00:00Z");
        });
    }

    @Test
    void klines_ofAnInverseContract_haveDollarsForVolume() throws IOException {
        BybitAnswer<KlineRow> answer =
                RecordedAnswer.read("doc_examples/bybit__market_kline_0.json", new TypeReference<>() {});

        assertThat(answer.rows().getFirst().toKline(ContractType.INVERSE))
                .isEqualTo(new Kline(
                        Instant.ofEpochMilli(1670608800000L), 17071, 17073, 17027, 17055.5, 15.74462667, 268611, null));
        assertThat(268611 / 15.74462667).isBetween(17027.0, 17073.0);
    }

    @Test
    void otherRows_canBeRead() throws IOException {
        BybitAnswer<MarkPriceRow> marks =
                RecordedAnswer.read("doc_examples/bybit__market_mark-kline_0.json", new TypeReference<>() {});
        assertThat(marks.rows())
                .containsExactly(new MarkPriceRow(1670608800000L, 17164.16, 17164.16, 17121.5, 17131.64));
        BybitAnswer<AccountRatioRow> ratios =
                RecordedAnswer.read("doc_examples/bybit__market_long-short-ratio_0.json", new TypeReference<>() {});
        assertThat(ratios.rows())
                .first()
                .satisfies(row -> assertThat(row.sample().longShortRatio()).isEqualTo(0.49 / 0.51));
        BybitAnswer<FundingRow> funding =
                RecordedAnswer.read("nautilus/bybit/http_get_funding_history.json", new TypeReference<>() {});
        assertThat(funding.rows()).contains(new FundingRow(0.00015, 1709856000000L));
        BybitAnswer<TickerRow> tickers =
                RecordedAnswer.read("doc_examples/bybit__market_tickers_0.json", new TypeReference<>() {});
        assertThat(tickers.rows().getFirst().coins(ContractType.INVERSE)).isEqualTo(240113967 / 2.0 / 114898.43);
        BybitAnswer<ContractRow> contracts =
                RecordedAnswer.read("nautilus/bybit/http_get_instruments_inverse.json", new TypeReference<>() {});
        assertThat(contracts.rows())
                .containsExactly(
                        new ContractRow("BTCUSD", "InversePerpetual", "Trading", "BTC", "USD", 1699980000000L));
    }
}
