package io.liquidationmap.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.RecentLiquidations;
import io.liquidationmap.market.InstrumentId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TapeTest {

    private static final Set<InstrumentId> BTC = Set.of(InstrumentId.of("binance", "BTCUSDT"));
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private long last = 10;
    private final Tape tape =
            new Tape(new Quiet(), new JsonWriter(new JsonMapper()), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void whoWasAwayForLongerThanIsLookedThrough_isToldSo() {
        last += Tape.REMEMBERED;
        tape.news(BTC);

        assertThat(tape.after(9, BTC).gap()).isEqualTo(GapEvent.unknown(NOON));
        assertThat(tape.after(10, BTC).gap()).isNull();
    }

    @Test
    void numberThatWasNeverGiven_isOfAnotherDatabase() {
        tape.news(BTC);

        assertThat(tape.after(11, BTC).gap()).isEqualTo(GapEvent.unknown(NOON));
        assertThat(tape.after(10, BTC).gap()).isNull();
    }

    @Test
    void firstNews_areNone() {
        Tape.News news = tape.news(BTC);

        assertThat(news.gap()).isNull();
        assertThat(news.reached()).isEqualTo(10);
    }

    /// Tells of no liquidation, but of the numbers that others have.
    private final class Quiet implements RecentLiquidations {

        @Override
        public long lastNumber() {
            return last;
        }

        @Override
        public List<Published> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
            assertThat(after).isGreaterThanOrEqualTo(upTo - Tape.REMEMBERED);
            return List.of();
        }

        @Override
        public Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
            return Optional.empty();
        }
    }
}
