package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.maps.LastFound.Found;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastFoundTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant NEXT_CLOSE = NOON.plusSeconds(300);

    private final Listing listing = new Listing(List.of(), List.of(), Map.of(), List.of());
    private final AtomicInteger searches = new AtomicInteger();
    private final LastFound<String, Integer> lastFound = new LastFound<>();

    @Test
    void answer_isSearchedOnce_whileNothingCanHaveChanged() {
        assertThat(ask("q", listing, NOON)).isEqualTo(1);
        assertThat(ask("q", listing, NEXT_CLOSE.minusNanos(1))).isEqualTo(1);
        assertThat(ask("other", listing, NOON)).isEqualTo(2);
    }

    @Test
    void answer_isSearchedAgain_whenTheNextBarCloses() {
        ask("q", listing, NOON);

        assertThat(ask("q", listing, NEXT_CLOSE)).isEqualTo(2);
    }

    @Test
    void answer_isSearchedAgain_inAnotherListing_evenAnEqualOne() {
        ask("q", listing, NOON);

        assertThat(ask("q", new Listing(List.of(), List.of(), Map.of(), List.of()), NOON))
                .isEqualTo(2);
    }

    @Test
    void answer_isSearchedAgain_whenTimeWentBack() {
        ask("q", listing, NOON);

        assertThat(ask("q", listing, NOON.minusNanos(1))).isEqualTo(2);
    }

    private int ask(String question, Listing where, Instant moment) {
        return lastFound.get(question, where, moment, () -> new Found<>(searches.incrementAndGet(), NEXT_CLOSE));
    }
}
