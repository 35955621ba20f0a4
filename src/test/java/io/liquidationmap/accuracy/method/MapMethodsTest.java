package io.liquidationmap.accuracy.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.Recording;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every method that is compared.
class MapMethodsTest {

    private static final World WORLD = Worlds.ordinary(1, 1).getFirst();
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LEARNED = START.plus(Duration.ofDays(30));
    private static final Instant AS_OF = START.plus(Duration.ofDays(40));
    private static final Instant LATER = START.plus(Duration.ofDays(50));

    private static SimulatedMarket market(MapMethod method) {
        return WORLD.market(START, method.interval(), method.feed());
    }

    private static Recording recording(MapMethod method) {
        int bars = (int)
                (Duration.between(START, LATER).toMillis() / method.interval().millis());
        return market(method).record(bars, Set.of(LEARNED, AS_OF, LATER));
    }

    private static Estimator begin(MapMethod method, List<TrueMap> known) {
        SimulatedMarket market = market(method);
        return method.begin(new MarketTerms(
                method.interval(), WORLD.parameters().contract(), market.marginSchedule(), new KnownPositions(known)));
    }

    private static List<Double> amounts(MapEstimate map) {
        return Arrays.stream(Side.values())
                .flatMapToDouble(side -> DoubleStream.iterate(0.01, distance -> distance < 0.6, d -> d + 0.01)
                        .map(distance -> map.cumulativeUsd(side, distance)))
                .boxed()
                .toList();
    }

    private static Stream<MapMethod> methods() {
        return MapMethods.all().stream();
    }

    /// The bars after that moment, but at twice the price and with half the open interest.
    private static BarSeries otherFuture(BarSeries bars, int from) {
        BarSeries.Builder future = BarSeries.builder(bars.interval(), bars.size() - from);
        for (int i = from; i < bars.size(); i++) {
            future.add(
                    bars.openTimeMs(i),
                    2 * bars.open(i),
                    2 * bars.high(i),
                    2 * bars.low(i),
                    2 * bars.close(i),
                    true,
                    2 * bars.vwap(i),
                    bars.volume(i),
                    bars.takerBuyVolume(i),
                    bars.openInterest(i) / 2,
                    bars.longShortRatio(i),
                    bars.liquidatedLongUsd(i),
                    bars.liquidatedShortUsd(i));
        }
        return future.build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void laterBars_doNotChangeAnEarlierMap(MapMethod method) {
        Recording recording = recording(method);
        BarSeries bars = recording.bars();
        int now = bars.lastClosedAt(AS_OF) + 1;
        Estimator estimator = begin(method, recording.maps());
        estimator.take(bars.slice(0, now));
        MapEstimate map = estimator.estimate();
        List<Double> before = amounts(map);

        estimator.take(otherFuture(bars, now));

        assertThat(before).anyMatch(usd -> usd > 0);
        assertThat(amounts(map)).isEqualTo(before);
        assertThat(amounts(estimator.estimate())).isNotEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void laterPositions_areNotLookedAt(MapMethod method) {
        Recording recording = recording(method);
        BarSeries past = recording.bars().slice(0, recording.bars().lastClosedAt(AS_OF) + 1);
        Estimator knowing = begin(method, recording.maps());
        Estimator ignorant = begin(method, recording.maps().subList(0, 2));
        knowing.take(past);
        ignorant.take(past);

        assertThat(amounts(knowing.estimate())).isEqualTo(amounts(ignorant.estimate()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void map_dependsOnTheBars_notOnHowTheyCame_norOnHowOftenItIsAskedFor(MapMethod method) {
        Recording recording = recording(method);
        BarSeries bars = recording.bars();
        int now = bars.lastClosedAt(AS_OF) + 1;
        Estimator atOnce = begin(method, recording.maps());
        Estimator oneByOne = begin(method, recording.maps());
        atOnce.take(bars.slice(0, now));
        for (int i = 0; i < now; i++) {
            oneByOne.take(bars.slice(i, i + 1));
        }

        assertThat(amounts(oneByOne.estimate())).isEqualTo(amounts(atOnce.estimate()));
        assertThat(amounts(oneByOne.estimate())).isEqualTo(amounts(oneByOne.estimate()));
    }

    @Test
    void names_areUnique_andDescribed() {
        assertThat(methods().map(MapMethod::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"))
                .contains("conserved", "opened");
        assertThat(methods().map(MapMethod::description))
                .noneMatch(String::isBlank)
                .noneMatch(text -> text.endsWith("."));
    }
}
