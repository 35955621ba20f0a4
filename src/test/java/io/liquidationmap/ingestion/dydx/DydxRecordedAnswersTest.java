package io.liquidationmap.ingestion.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.ingestion.dydx.HistoricalFunding.FundingRow;
import io.liquidationmap.ingestion.dydx.PerpetualMarkets.MarketRow;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class DydxRecordedAnswersTest {

    /// An answer as others have kept it.
    record Kept<T>(T result) {}

    @Test
    void theRunningCandle_beginsWithWhatIsOpenNow() throws IOException {
        Kept<Candles> candles = RecordedAnswer.read("nautilus/dydx/http_get_candles.json", new TypeReference<>() {});
        Kept<PerpetualMarkets> markets =
                RecordedAnswer.read("nautilus/dydx/http_get_perpetual_markets.json", new TypeReference<>() {});

        MarketRow bitcoin = markets.result().of("BTC-USD");
        assertThat(bitcoin).isEqualTo(new MarketRow("BTC-USD", "ACTIVE", 0.02, 0.012, 381.7348, 89919.2));
        assertThat(candles.result().rows()).hasSize(3).first().satisfies(row -> {
            assertThat(row.startedAt()).isEqualTo("2025-12-08T16:11:00Z");
            assertThat(row.startingOpenInterest()).isEqualTo(bitcoin.openInterest());
            assertThat(row.usdVolume() / row.baseTokenVolume()).isBetween(row.low(), row.high());
        });
    }

    @Test
    void funding_isPaidEveryHour() throws IOException {
        Kept<HistoricalFunding> funding =
                RecordedAnswer.read("nautilus/dydx/http_get_historical_funding.json", new TypeReference<>() {});

        assertThat(funding.result().rows())
                .hasSize(3)
                .contains(new FundingRow(Instant.parse("2025-12-08T16:00:00.219Z"), 0.000002375));
    }
}
