package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.KnownLevels;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    private static final InstrumentId BTC = InstrumentId.of("open", "BTC");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void levels_areMovedToTheCommonPrice_andValuedAtTheirOwn() {
        PublicPosition position = new PublicPosition(BTC, 2, null, MarginMode.ISOLATED, 10, 90.0, 20, 200);
        KnownLevels.Builder builder = KnownLevels.at(110);
        new Holdings(BTC, 100, List.of(new SeenPosition(position, NOON))).addTo(builder, 110);
        KnownLevels levels = builder.build();

        assertThat(levels.usdWithin(Side.LONG, 0.0999)).isZero();
        assertThat(levels.usdWithin(Side.LONG, 0.1001)).isCloseTo(200, within(1e-9));
    }

    @Test
    void ages_areThoseOfOneSide_byWhatIsHeld() {
        Holdings holdings = new Holdings(BTC, 100, List.of(seen(1, 1), seen(-3, 9), seen(1, 30), seen(3, 20)));

        List<WeightedAge> longs = holdings.ages(Side.LONG, NOON)
                .sorted((a, b) -> a.age().compareTo(b.age()))
                .toList();

        assertThat(longs).extracting(WeightedAge::weight).containsExactly(100.0, 300.0, 100.0);
        assertThat(WeightedAge.median(longs)).isEqualTo(Duration.ofMinutes(20));
        assertThat(WeightedAge.median(longs.subList(0, 1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(WeightedAge.median(List.of())).isZero();
    }

    private static SeenPosition seen(double coins, int minutesAgo) {
        PublicPosition position =
                new PublicPosition(BTC, coins, null, MarginMode.CROSS, 10, null, 20, Math.abs(coins) * 99);
        return new SeenPosition(position, NOON.minus(Duration.ofMinutes(minutesAgo)));
    }
}
