package io.liquidationmap.engine;

import static io.liquidationmap.engine.LiquidationMapTest.levels;
import static io.liquidationmap.engine.LiquidationMapTest.map;
import static io.liquidationmap.engine.LiquidationMapTest.rounding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

    private static final double ROUNDING = 1e-12;

    /// Windows about the price, beside it on either side, wider than the map, and with the price inside a bucket.
    private static List<PriceWindow> windows(double price) {
        return List.of(
                PriceWindow.around(price, 0.4, 200),
                PriceWindow.around(price, 0.05, 10),
                new PriceWindow(price * 0.9, price * 1.07, 137),
                new PriceWindow(price * 1.03, price * 1.5, 20),
                new PriceWindow(price * 0.4, price * 0.98, 64),
                new PriceWindow(price * 0.01, price * 9, 2000),
                new PriceWindow(price, price * 1.2, 50));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void buckets_andWhatLiesOutside_addUpToTheTotal(long seed) {
        LiquidationMap map = map(levels(seed));

        for (PriceWindow window : windows(map.price())) {
            Buckets buckets = map.buckets(window);
            assertThat(buckets.upUsd() + buckets.outsideUpUsd()).isCloseTo(map.totalUsd(Side.SHORT), rounding(map));
            assertThat(buckets.downUsd() + buckets.outsideDownUsd()).isCloseTo(map.totalUsd(Side.LONG), rounding(map));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void buckets_ascendWithoutGaps_andLieOnOneSideOfThePrice(long seed) {
        LiquidationMap map = map(levels(seed));

        for (PriceWindow window : windows(map.price())) {
            List<Bucket> all = map.buckets(window).all();
            assertThat(all.getFirst().low()).isEqualTo(window.low());
            assertThat(all.getLast().high()).isEqualTo(window.high());
            assertThat(all.size()).isBetween(window.buckets(), window.buckets() + 1);
            for (int i = 0; i < all.size(); i++) {
                Bucket bucket = all.get(i);
                assertThat(bucket.low()).isLessThan(bucket.high());
                assertThat(bucket.usd()).isNotNegative();
                if (bucket.side() == Side.LONG) {
                    assertThat(bucket.high()).isLessThanOrEqualTo(map.price());
                } else {
                    assertThat(bucket.low()).isGreaterThanOrEqualTo(map.price());
                }
                if (i > 0) {
                    assertThat(bucket.low()).isEqualTo(all.get(i - 1).high());
                }
            }
        }
    }

    @Test
    void centredWindow_hasThePriceAsAnEdge() {
        for (double price : new double[] {63_700, 0.000123456, 1.1, 99_999.9}) {
            LiquidationMap map = LiquidationMap.of(price, List.of());

            List<Bucket> all = map.buckets(PriceWindow.around(price, 0.4, 200)).all();

            assertThat(all).hasSize(200);
            assertThat(all.get(99).high()).isEqualTo(price);
            assertThat(all.get(100).side()).isEqualTo(Side.SHORT);
        }
    }

    @Test
    void bucketWithThePriceInside_isCutThere() {
        LiquidationMap map =
                map(new HandMap(100, "10").put("10", 97, 2).put("10", 103, 5).build());

        List<Bucket> all = map.buckets(new PriceWindow(5, 195, 19)).all();

        assertThat(all).hasSize(20);
        assertThat(all.get(9))
                .satisfies(bucket -> assertThat(bucket.low()).isEqualTo(95))
                .satisfies(bucket -> assertThat(bucket.high()).isEqualTo(100))
                .satisfies(bucket -> assertThat(bucket.side()).isEqualTo(Side.LONG))
                .satisfies(bucket -> assertThat(bucket.usd()).isCloseTo(200, within(ROUNDING * 200)));
        assertThat(all.get(10))
                .satisfies(bucket -> assertThat(bucket.low()).isEqualTo(100))
                .satisfies(bucket -> assertThat(bucket.high()).isEqualTo(105))
                .satisfies(bucket -> assertThat(bucket.side()).isEqualTo(Side.SHORT))
                .satisfies(bucket -> assertThat(bucket.usd()).isCloseTo(500, within(ROUNDING * 500)));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void halvingTheWidth_splitsEachBucketInTwo(long seed) {
        LiquidationMap map = map(levels(seed));
        double price = map.price();

        List<Bucket> coarse = map.buckets(PriceWindow.around(price, 0.3, 60)).all();
        List<Bucket> fine = map.buckets(PriceWindow.around(price, 0.3, 120)).all();

        assertThat(fine).hasSize(2 * coarse.size());
        for (int i = 0; i < coarse.size(); i++) {
            assertThat(fine.get(2 * i).usd() + fine.get(2 * i + 1).usd())
                    .isCloseTo(coarse.get(i).usd(), rounding(map));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void cumulativeAmount_isWhatTradingToTheFarEdgeTriggers(long seed) {
        LiquidationMap map = map(levels(seed));

        for (PriceWindow window : windows(map.price())) {
            Buckets buckets = map.buckets(window);
            for (Bucket bucket : buckets.all()) {
                assertThat(map.at(bucket.farEdge()).usd()).isCloseTo(bucket.cumulativeUsd(), rounding(map));
            }
            assertThat(buckets.up()).isSortedAccordingTo((a, b) -> Double.compare(a.usd(), b.usd()));
            assertThat(buckets.down()).isSortedAccordingTo((a, b) -> Double.compare(a.usd(), b.usd()));
            assertThat(buckets.up()).isSortedAccordingTo((a, b) -> Double.compare(a.price(), b.price()));
            assertThat(buckets.down()).isSortedAccordingTo((a, b) -> Double.compare(b.price(), a.price()));
        }
    }

    @Test
    void binAtThePrice_isSpreadOnItsOwnSideOnly() {
        // given: a price inside the bins nearest to it on both sides
        double price = Math.exp(4605.2 * HandMap.STEP);
        double below = Math.exp(4605 * HandMap.STEP);
        double above = Math.exp(4606 * HandMap.STEP);
        LiquidationMap map = map(
                new HandMap(price, "10").put("10", below, 3).put("10", above, 4).build());

        Buckets buckets = map.buckets(new PriceWindow(price * 0.99, price * 1.01, 1000));

        assertThat(buckets.downUsd()).isCloseTo(3 * price, within(1e-9));
        assertThat(buckets.upUsd()).isCloseTo(4 * price, within(1e-9));
        assertThat(map.at(price).usd()).isZero();
        assertThat(map.at(price * 0.9999).usd()).isPositive();
    }
}
