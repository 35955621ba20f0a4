package io.liquidationmap.ingestion.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages that venues really sent, with the side of the liquidated position written beside them, kept outside the
/// project: `ws_liquidations/liquidation_ws_samples.json` beside the file named by the environment variable or system
/// property `LIQUIDATIONMAP_VECTORS`. Skipped where there is none.
public final class RecordedMessages {

    private static final String FILE = "LIQUIDATIONMAP_VECTORS";
    private static final String SAMPLES = "ws_liquidations/liquidation_ws_samples.json";

    private RecordedMessages() {}

    /// One test per message of the venue, which must yield liquidations of the side written beside it.
    ///
    /// @param venue how the file's names for it begin
    public static List<DynamicTest> haveTheSideWrittenBesideThem(String venue, LiquidationFeed feed)
            throws IOException {
        return haveTheSideWrittenBesideThem(venue, feed, UnaryOperator.identity());
    }

    /// The same, where messages were recorded in another wrapping than the feed's.
    ///
    /// @param wrapping puts what was recorded into the feed's
    public static List<DynamicTest> haveTheSideWrittenBesideThem(
            String venue, LiquidationFeed feed, UnaryOperator<String> wrapping) throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty(FILE, System.getenv(FILE)))
                .map(path -> Path.of(path).resolveSibling(SAMPLES))
                .filter(Files::isReadable);
        if (file.isEmpty()) {
            return List.of(DynamicTest.dynamicTest("none", () -> abort("there is no " + SAMPLES + " by " + FILE)));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode sample : JsonMapper.shared().readTree(Files.readString(file.get()))) {
            String raw = wrapping.apply(sample.get("raw").toString());
            if (sample.get("venue").asString().startsWith(venue)) {
                tests.add(DynamicTest.dynamicTest(raw, () -> check(feed, raw, side(sample.get("positionSide")))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void check(LiquidationFeed feed, String raw, Side side) {
        assertThat(feed.read(raw)).isInstanceOfSatisfying(StreamMessage.Events.class, message -> {
            assertThat(message.refusals()).isEmpty();
            assertThat(message.events())
                    .isNotEmpty()
                    .extracting(Liquidation::side)
                    .containsOnly(side);
        });
    }

    private static Side side(JsonNode written) {
        return written.asString().contains("LONG") ? Side.LONG : Side.SHORT;
    }
}
