package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedLiquidationsTest {

    @Test
    void complete_publishesEverything_bySide() {
        PublishedLiquidations published = published(LiquidationFeed.COMPLETE);
        published.add(+1, 1000, 10);
        published.add(-1, 30, 1);
        published.add(+1, 5, 1);
        published.endStep();
        assertThat(published.longUsd()).isEqualTo(1005);
        assertThat(published.shortUsd()).isEqualTo(30);
    }

    @Test
    void throttled_publishesASingleOrderInFull() {
        PublishedLiquidations published = published(LiquidationFeed.THROTTLED);
        published.add(-1, 5000, 1);
        published.endStep();
        assertThat(published.shortUsd()).isEqualTo(5000);
        assertThat(published.longUsd()).isZero();
    }

    @Test
    void throttled_publishesAtMostOneOrderPerSecond() {
        PublishedLiquidations published = published(LiquidationFeed.THROTTLED);
        for (int i = 0; i < 1000; i++) {
            published.add(+1, 7, 1);
        }
        published.endStep();
        assertThat(published.longUsd()).isEqualTo(60 * 7.0);
    }

    @Test
    void throttled_publishesAPart_whenAPositionIsManyAccounts() {
        PublishedLiquidations published = published(LiquidationFeed.THROTTLED);
        published.add(+1, 4000, 40);
        published.endStep();
        assertThat(published.longUsd())
                .isIn(IntStream.range(1, 40).mapToObj(orders -> 100.0 * orders).toList());
    }

    @Test
    void clear_forgets() {
        PublishedLiquidations published = published(LiquidationFeed.THROTTLED);
        published.add(+1, 10, 1);
        published.endStep();
        published.clear();
        published.endStep();
        assertThat(published.longUsd()).isZero();
    }

    @Test
    void none_isUnknown() {
        PublishedLiquidations published = published(LiquidationFeed.NONE);
        published.add(+1, 10, 1);
        published.endStep();
        assertThat(published.longUsd()).isNull();
        assertThat(published.shortUsd()).isNull();
    }

    private static PublishedLiquidations published(LiquidationFeed feed) {
        PublishedLiquidations published = new PublishedLiquidations(feed, new Dice(1));
        published.beginStep(60);
        return published;
    }
}
