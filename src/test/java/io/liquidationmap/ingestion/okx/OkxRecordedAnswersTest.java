package io.liquidationmap.ingestion.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.ContractType;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class OkxRecordedAnswersTest {

    @Test
    void swaps_areWorthWhatTheVenueSays() throws IOException {
        Map<String, OkxContract> swaps = swaps();

        assertThat(swaps.get("BTC-USDT-SWAP")).satisfies(swap -> {
            assertThat(swap.size()).isEqualTo(0.01);
            assertThat(swap.instrument().base()).isEqualTo("BTC");
            assertThat(swap.instrument().quote()).isEqualTo("USDT");
        });
        assertThat(swaps.get("BTC-USD-SWAP")).satisfies(swap -> {
            assertThat(swap.size()).isEqualTo(100);
            assertThat(swap.instrument().contract()).isEqualTo(ContractType.INVERSE);
            assertThat(swap.instrument().base()).isEqualTo("BTC");
            assertThat(swap.instrument().quote()).isEqualTo("USD");
        });
    }

    @Test
    void candles_haveAsManyCoinsAsTheirContractsAreWorth() throws IOException {
        OkxContract swap = Objects.requireNonNull(swaps().get("BTC-USDT-SWAP"));
        OkxAnswer<CandleRow> answer =
                RecordedAnswer.read("nautilus/okx/http_get_candlesticks_full.json", new TypeReference<>() {});

        assertThat(answer.fault()).isEmpty();
        assertThat(answer.rows()).hasSize(2).allSatisfy(row -> {
            Kline kline = row.toKline(swap);
            assertThat(row.hasEnded()).isTrue();
            assertThat(kline.volume()).isEqualTo(row.volCcy(), within(1e-9));
            assertThat(kline.quoteVolume() / kline.volume()).isBetween(row.low(), row.high());
        });
    }

    @Test
    void otherRows_canBeRead() throws IOException {
        OkxAnswer<FundingRow> funding =
                RecordedAnswer.read("nautilus/okx/http_get_funding_rate_history.json", new TypeReference<>() {});
        assertThat(funding.rows()).extracting(FundingRow::paid).containsExactly(0.00015, -0.00002);
        OkxAnswer<MarkPrice> mark =
                RecordedAnswer.read("nautilus/okx/http_get_mark_price.json", new TypeReference<>() {});
        assertThat(mark.row("mark price")).isEqualTo(new MarkPrice(84660.1));
        OkxAnswer<PositionTierRow> tiers =
                RecordedAnswer.read("nautilus/okx/http_get_position_tiers.json", new TypeReference<>() {});
        assertThat(tiers.rows()).containsExactly(new PositionTierRow("BTC-USDT", 50.0, 0.03, 10.0));
    }

    private static Map<String, OkxContract> swaps() throws IOException {
        OkxAnswer<InstrumentRow> listing =
                RecordedAnswer.read("nautilus/okx/http_get_instruments_swap.json", new TypeReference<>() {});
        return listing.rows().stream()
                .map(OkxContract::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(swap -> swap.instrument().symbol(), Function.identity()));
    }
}
