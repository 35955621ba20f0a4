package io.liquidationmap.ingestion.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Instrument;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedPartTest {

    @Test
    void feedWithoutALimit_isOnePart() {
        PlainFeed feed = new PlainFeed(URI.create("ws://stream.test"));

        assertThat(FeedPart.of(feed)).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("plain");
            assertThat(part.of(instruments(500))).hasSize(500);
        });
    }

    @Test
    void feedWithALimit_isAsManyPartsAsItTakes_whichShareTheInstruments_inWhateverOrderTheyCome() {
        PlainFeed feed = new PlainFeed(URI.create("ws://stream.test"), 32);
        List<Instrument> shuffled = new ArrayList<>(instruments(70));
        Collections.shuffle(shuffled, new Random(7));

        List<FeedPart> parts = FeedPart.of(feed).toList();

        assertThat(parts).extracting(FeedPart::name).startsWith("plain", "plain-2", "plain-3");
        assertThat(parts).extracting(part -> part.of(shuffled).size()).startsWith(32, 32, 6, 0);
        assertThat(parts.stream().flatMap(part -> part.of(shuffled).stream()))
                .containsExactlyInAnyOrderElementsOf(shuffled);
    }

    private static List<Instrument> instruments(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PlainFeed.instrument("C" + i))
                .toList();
    }
}
