package io.liquidationmap.ingestion.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractSizesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Map<Instrument, Double> listed = new HashMap<>(Map.of(PlainFeed.BTC, 0.01));
    private final ContractSizes sizes = new ContractSizes(this::listing, clock);
    private int looks;
    private boolean down;

    private Map<Instrument, Double> listing() {
        looks++;
        if (down) {
            throw new IllegalStateException("maintenance");
        }
        return listed;
    }

    @Test
    void listing_isReadOnceForAll_andWhatIsUnknownIsAskedForNowAndThen() {
        assertThat(sizes.know(PlainFeed.BTC)).isTrue();
        assertThat(sizes.know(PlainFeed.BTC)).isTrue();
        assertThat(sizes.know(PlainFeed.ETH)).isFalse();
        assertThat(looks).isOne();

        listed.put(PlainFeed.ETH, 0.1);
        clock.advance(Duration.ofMinutes(5));
        assertThat(sizes.know(PlainFeed.ETH)).isTrue();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void redenominatedContract_isNoticedWithinADay() {
        sizes.know(PlainFeed.BTC);
        listed.put(PlainFeed.BTC, 1.0);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        sizes.know(PlainFeed.BTC);

        assertThat(coins()).isEqualTo(3);
    }

    @Test
    void venueThatDoesNotAnswer_isAskedAgainLater_andWhatWasKnownHolds() {
        down = true;
        assertThat(sizes.know(PlainFeed.BTC)).isFalse();
        assertThat(sizes.know(PlainFeed.BTC)).isFalse();
        assertThat(looks).isOne();
        assertThat(coins()).isNull();

        down = false;
        clock.advance(Duration.ofMinutes(5));
        assertThat(sizes.know(PlainFeed.BTC)).isTrue();
        down = true;
        clock.advance(Duration.ofDays(2));

        assertThat(sizes.know(PlainFeed.BTC)).isTrue();
        assertThat(coins()).isEqualTo(0.03);
    }

    private @Nullable Double coins() {
        Liquidation event = sizes.liquidation(PlainFeed.BTC.id(), NOON, Side.LONG, 100, 3);
        return event == null ? null : event.coins();
    }
}
