package io.liquidationmap.ingestion.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.RecordedAnswer;
import io.liquidationmap.market.Instrument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class DeribitRecordedAnswersTest {

    /// The same numbers pushed instead of asked for.
    record Message<T>(Params<T> params) {
        record Params<T>(T data) {}
    }

    @Test
    void ofAListing_onlyThePerpetualIsTaken() throws IOException {
        DeribitAnswer<List<InstrumentRow>> answer =
                RecordedAnswer.read("nautilus/deribit/http_get_instruments.json", new TypeReference<>() {});

        assertThat(answer.fault()).isEmpty();
        assertThat(answer.content().stream().map(InstrumentRow::instrument).flatMap(Optional::stream))
                .extracting(Instrument::symbol)
                .containsExactly("BTC-PERPETUAL");
    }

    @Test
    void aTicker_countsDollars() throws IOException {
        Message<Ticker> message = RecordedAnswer.read("nautilus/deribit/ws_ticker.json", new TypeReference<>() {});

        assertThat(message.params().data()).isEqualTo(new Ticker(1765541474086L, 1132329370.0, 92281.78, 92263.55));
    }
}
