package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidationMapTest {

    private static final double ROUNDING = 1e-12;

    static LevelMap levels(long seed) {
        BarSeries bars = RandomHistory.clean(seed, Interval.ONE_HOUR, 1500);
        return book(defaults(ContractType.LINEAR), bars).history().latest(EVER);
    }

    static LiquidationMap map(LevelMap levels) {
        return LiquidationMap.of(levels.price(), List.of(new Part("one", levels)));
    }

    static Offset<Double> rounding(LiquidationMap map) {
        return within(ROUNDING * (map.totalUsd(Side.LONG) + map.totalUsd(Side.SHORT)));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void total_isTheLevelsAtTheCurrentPrice(long seed) {
        LevelMap levels = levels(seed);
        LiquidationMap map = map(levels);

        for (Side side : Side.values()) {
            assertThat(map.totalUsd(side)).isCloseTo(levels.side(side).levels() * levels.price(), rounding(map));
        }
    }

    @Test
    void binIsSpreadEvenlyOverItsPrices() {
        double[] span = HandMap.span(103);
        LiquidationMap map = map(new HandMap(100, "10").put("10", 103, 8).build());

        assertThat(map.at(span[0]).usd()).isZero();
        assertThat(map.at(span[0] + 0.25 * (span[1] - span[0])).usd()).isCloseTo(200, within(1e-6));
        assertThat(map.at(span[1]).usd()).isCloseTo(800, within(1e-9));
        assertThat(map.at(500).usd()).isCloseTo(800, within(1e-9));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void priceFor_isTheInverseOfAt(long seed) {
        LiquidationMap map = map(levels(seed));

        for (Side side : Side.values()) {
            for (double part : new double[] {1e-6, 0.01, 0.3, 0.77, 1}) {
                double usd = part * map.totalUsd(side);
                double found = map.priceFor(side, usd).orElseThrow();
                assertThat(map.at(found).usd()).isCloseTo(usd, rounding(map));
                assertThat(map.at(found).side()).isEqualTo(side);
            }
            assertThat(map.priceFor(side, 1.000001 * map.totalUsd(side))).isEmpty();
        }
    }

    @Test
    void priceFor_isTheNearestSuchPrice() {
        LiquidationMap map =
                map(new HandMap(100, "10").put("10", 103, 1).put("10", 120, 1).build());

        assertThat(map.priceFor(Side.SHORT, 100).orElseThrow()).isCloseTo(HandMap.span(103)[1], within(1e-9));
        assertThat(map.priceFor(Side.LONG, 1)).isEqualTo(OptionalDouble.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> map.priceFor(Side.LONG, 0));
    }

    @Test
    void parts_areKeptByLeverageAndSource() {
        LevelMap one = new HandMap(100, "10", "100", Cohort.CROSS)
                .put("100", 103, 1)
                .put("10", 103, 2)
                .put(Cohort.CROSS, 103, 4)
                .build();
        LevelMap two = new HandMap(100, "100").put("100", 103, 8).build();
        LiquidationMap map =
                LiquidationMap.of(100, List.of(new Part("beta", one), new Part("alpha", two), new Part("beta", two)));

        Triggered triggered = map.at(104);

        assertThat(triggered.side()).isEqualTo(Side.SHORT);
        assertThat(triggered.usd()).isCloseTo(2300, within(1e-9));
        assertThat(triggered.byLeverage()).extracting(Share::name).containsExactly("10", "100", "cross");
        assertThat(triggered.byLeverage()).extracting(Share::usd).containsExactly(200.0, 1700.0, 400.0);
        assertThat(triggered.bySource()).extracting(Share::name).containsExactly("alpha", "beta");
        assertThat(triggered.bySource()).extracting(Share::usd).containsExactly(800.0, 1500.0);
        assertThat(map.at(96).bySource()).isEmpty();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void mapOfSeveral_isTheSumOfTheirMaps(long seed) {
        LevelMap one = levels(seed);
        LevelMap two = levels(seed + 100);
        double price = one.price();
        PriceWindow window = PriceWindow.around(price, 0.25, 77);

        LiquidationMap both = LiquidationMap.of(price, List.of(new Part("one", one), new Part("two", two)));
        List<Bucket> sum = both.buckets(window).all();
        List<Bucket> ofOne = map(one).buckets(window).all();
        List<Bucket> ofTwo = LiquidationMap.of(price, List.of(new Part("two", two)))
                .buckets(window)
                .all();

        for (int i = 0; i < sum.size(); i++) {
            Bucket bucket = sum.get(i);
            assertThat(bucket.usd()).isCloseTo(ofOne.get(i).usd() + ofTwo.get(i).usd(), rounding(both));
            assertThat(total(bucket.byLeverage())).isCloseTo(bucket.usd(), rounding(both));
            assertThat(total(bucket.bySource())).isCloseTo(bucket.usd(), rounding(both));
        }
    }

    private static double total(List<Share> shares) {
        return shares.stream().mapToDouble(Share::usd).sum();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void anotherCommonPrice_movesLevelsInProportion_andKeepsDollars(long seed) {
        LevelMap levels = levels(seed);
        double factor = 1.013;
        double price = levels.price();

        List<Bucket> own =
                map(levels).buckets(PriceWindow.around(price, 0.3, 90)).all();
        LiquidationMap moved = LiquidationMap.of(price * factor, List.of(new Part("one", levels)));
        List<Bucket> common =
                moved.buckets(PriceWindow.around(price * factor, 0.3, 90)).all();

        for (int i = 0; i < own.size(); i++) {
            assertThat(common.get(i).usd()).isCloseTo(own.get(i).usd(), rounding(moved));
        }
    }

    @Test
    void inverseContract_countsDollarsAsTheyAre() {
        HandMap hand = new HandMap(100, "10").put("10", 97, 5);

        assertThat(map(hand.build(ContractType.INVERSE)).totalUsd(Side.LONG)).isEqualTo(5);
        assertThat(map(hand.build(ContractType.LINEAR)).totalUsd(Side.LONG)).isEqualTo(500);
    }

    @Test
    void imbalance_countsWhatLiesWithinTheDistance() {
        LiquidationMap map = map(new HandMap(100, "10")
                .put("10", 97, 1)
                .put("10", 103, 6)
                .put("10", 92, 2)
                .put("10", 140, 40)
                .build());

        assertThat(map.imbalance(0.02))
                .satisfies(none -> assertThat(none.ratio()).isEmpty())
                .satisfies(none -> assertThat(none.dominant()).isEmpty());
        Imbalance five = map.imbalance(0.05);
        assertThat(five.low()).isEqualTo(95);
        assertThat(five.high()).isEqualTo(105);
        assertThat(five.upUsd()).isCloseTo(600, within(1e-9));
        assertThat(five.downUsd()).isCloseTo(100, within(1e-9));
        assertThat(five.ratio().orElseThrow()).isCloseTo(6, within(1e-9));
        assertThat(five.dominant()).contains(Side.SHORT);
        assertThat(map.imbalance(0.1).ratio().orElseThrow()).isCloseTo(2, within(1e-9));
        Imbalance ends = map.imbalance(new PriceWindow(90, 101, 10));
        assertThat(ends.upUsd()).isZero();
        assertThat(ends.dominant()).contains(Side.LONG);
        assertThat(ends.ratio().orElseThrow()).isZero();
    }

    @Test
    void imbalance_refusesADistanceThatIsNone() {
        LiquidationMap map = LiquidationMap.of(100, List.of());

        for (double distance : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> map.imbalance(distance));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void mirroredMap_hasTheReciprocalImbalance(long seed) {
        HandMap hand = new HandMap(1, "10");
        HandMap mirrored = new HandMap(1, "10");
        Random random = new Random(seed);
        IntStream.range(0, 100).forEach(_ -> {
            double way = 0.01 + 0.5 * random.nextDouble();
            double quantity = random.nextDouble();
            double sign = random.nextBoolean() ? 1 : -1;
            hand.put("10", Math.exp(sign * way), quantity);
            mirrored.put("10", Math.exp(-sign * way), quantity);
        });
        // The log-symmetric window, cut between two bins so that spreading inside a bin does not matter.
        double reach = Math.exp(300.5 * HandMap.STEP);
        PriceWindow window = new PriceWindow(1 / reach, reach, 10);

        Imbalance imbalance = map(hand.build()).imbalance(window);
        Imbalance opposite = map(mirrored.build()).imbalance(window);

        assertThat(opposite.upUsd()).isCloseTo(imbalance.downUsd(), within(1e-9));
        assertThat(opposite.downUsd()).isCloseTo(imbalance.upUsd(), within(1e-9));
    }

    @Test
    void emptyMap_answersWithNothing() {
        LiquidationMap map = LiquidationMap.of(100, List.of());

        assertThat(map.totalUsd(Side.LONG)).isZero();
        assertThat(map.at(120).usd()).isZero();
        assertThat(map.clusters(Side.LONG, 5)).isEmpty();
        assertThat(map.priceFor(Side.SHORT, 1)).isEmpty();
        assertThat(map.buckets(PriceWindow.around(100, 0.1, 10)).upUsd()).isZero();
    }

    @Test
    void price_mustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> LiquidationMap.of(0, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> LiquidationMap.of(Double.NaN, List.of()));
    }
}
