package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMarketTest {

    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");
    private static final int DAY_OF_FIVE_MINUTES = 288;

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void advance_givesTheSameBars_whenTheSeedIsTheSame(long seed) {
        assertThat(bars(market(seed, Interval.FIVE_MINUTES), 2 * DAY_OF_FIVE_MINUTES))
                .isEqualTo(bars(market(seed, Interval.FIVE_MINUTES), 2 * DAY_OF_FIVE_MINUTES));
    }

    @Test
    void advance_givesOtherBars_whenTheSeedIsAnother() {
        WorldParameters parameters = WorldParameters.draw(1);
        Bar one = SimulatedMarket.of(parameters, 1, START, Interval.ONE_HOUR).advance();
        Bar other = SimulatedMarket.of(parameters, 2, START, Interval.ONE_HOUR).advance();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void advance_givesTheSameBars_whenTheMarketIsLookedAtInBetween() {
        SimulatedMarket watched = market(4, Interval.FIVE_MINUTES);
        List<Bar> seen = new ArrayList<>();
        for (int i = 0; i < DAY_OF_FIVE_MINUTES; i++) {
            seen.add(watched.advance());
            watched.trueMap();
        }
        assertThat(seen).isEqualTo(bars(market(4, Interval.FIVE_MINUTES), DAY_OF_FIVE_MINUTES));
    }

    // A change of these numbers means that every world has become another one: published scores no longer compare, and
    // a running demo starts another history.
    @Test
    void advance_givesTheseBars_onEveryPlatform() {
        Bar bar = last(bars(market(1, Interval.FIVE_MINUTES), DAY_OF_FIVE_MINUTES));
        assertThat(bar.price()).isEqualTo(new Candle(98183.66, 98276.62, 98118.26, 98276.62));
        assertThat(bar.volume()).isEqualTo(507.657);
        assertThat(bar.takerBuyVolume()).isEqualTo(236.545);
        assertThat(bar.openInterest()).isEqualTo(86600.299);
        assertThat(bar.longShortRatio()).isEqualTo(1.6564);
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {5, 6})
    void advance_aggregates_whenOnlyTheIntervalDiffers(long seed) {
        Duration step = Duration.ofMinutes(5);
        WorldParameters parameters = WorldParameters.draw(seed);
        SimulatedMarket fine = SimulatedMarket.of(parameters, seed, START, Interval.FIVE_MINUTES, step);
        SimulatedMarket coarse = SimulatedMarket.of(parameters, seed, START, Interval.ONE_HOUR, step);
        for (int hour = 0; hour < 72; hour++) {
            List<Bar> parts = bars(fine, 12);
            Bar whole = coarse.advance();
            assertThat(whole.openTime()).isEqualTo(parts.getFirst().openTime());
            assertThat(whole.price().open()).isEqualTo(parts.getFirst().price().open());
            assertThat(whole.price().close()).isEqualTo(last(parts).price().close());
            assertThat(whole.openInterest()).isEqualTo(last(parts).openInterest());
            assertThat(whole.longShortRatio()).isEqualTo(last(parts).longShortRatio());
            assertThat(whole.price().high())
                    .isEqualTo(parts.stream()
                            .mapToDouble(bar -> bar.price().high())
                            .max()
                            .orElseThrow());
            assertThat(whole.price().low())
                    .isEqualTo(parts.stream()
                            .mapToDouble(bar -> bar.price().low())
                            .min()
                            .orElseThrow());
            assertThat(whole.volume()).isCloseTo(sum(parts, Bar::volume), within(1e-6));
            assertThat(whole.takerBuyVolume()).isCloseTo(sum(parts, Bar::takerBuyVolume), within(1e-6));
            assertThat(whole.fundingRate()).isCloseTo(sum(parts, Bar::fundingRate), within(1e-12));
            assertThat(whole.liquidatedLongUsd()).isCloseTo(sum(parts, Bar::liquidatedLongUsd), within(0.1));
            assertThat(whole.liquidatedShortUsd()).isCloseTo(sum(parts, Bar::liquidatedShortUsd), within(0.1));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {7, 8, 9, 10})
    void advance_keepsTheExchangesIdentities(long seed) {
        WorldParameters parameters = seed % 2 == 0 ? WorldParameters.hostile(seed) : WorldParameters.draw(seed);
        SimulatedMarket market = SimulatedMarket.of(parameters, seed, START, Interval.FIVE_MINUTES);
        Bar before = market.advance();
        for (Bar bar : bars(market, 20 * DAY_OF_FIVE_MINUTES)) {
            double change = Math.abs(known(bar.openInterest()) - known(before.openInterest()));
            assertThat(change).isLessThanOrEqualTo(known(bar.volume()) + 1e-6);
            assertThat(bar.openTime()).isEqualTo(before.openTime().plusSeconds(300));
            assertThat(bar.price().open()).isEqualTo(before.price().close());
            assertThat(bar.vwap()).isBetween(bar.price().low(), bar.price().high());
            before = bar;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ContractType.class)
    void trueMap_balances(ContractType contract) {
        WorldParameters parameters = WorldParameters.draw(11).withContract(contract);
        SimulatedMarket market = SimulatedMarket.of(parameters, 11, START, Interval.ONE_HOUR);
        for (int day = 0; day < 10; day++) {
            Bar bar = last(bars(market, 24));
            TrueMap map = market.trueMap();
            assertThat(map.asOf()).isEqualTo(bar.openTime().plusSeconds(3600)).isEqualTo(market.time());
            assertThat(map.price()).isEqualTo(bar.price().close());
            assertThat(map.openInterest()).isEqualTo(bar.openInterest());
            for (Side side : Side.values()) {
                double held = coins(map.positions().stream().filter(position -> position.side() == side));
                assertThat(held).isCloseTo(map.openInterest(), within(1e-6 * map.openInterest()));
                assertThat(map.liquidatableCoins(side)).isBetween(0.0, map.openInterest());
                assertThat(map.levels(side).mapToDouble(TruePosition::usd).sum())
                        .isCloseTo(map.liquidatableCoins(side) * map.price(), withinPercentage(1e-6));
                assertThat(map.levels(side))
                        .allMatch(level -> side.sign() * (map.price() - known(level.liquidationPrice())) > 0)
                        .allMatch(level -> level.coins() > 0 && level.entry() > 0);
            }
        }
    }

    @Test
    void feed_changesNothingButWhatIsPublished() {
        World world = Worlds.ordinary().getFirst();
        List<Bar> complete = bars(world.market(START, Interval.ONE_HOUR, LiquidationFeed.COMPLETE), 30 * 24);
        List<Bar> throttled = bars(world.market(START, Interval.ONE_HOUR, LiquidationFeed.THROTTLED), 30 * 24);
        List<Bar> none = bars(world.market(START, Interval.ONE_HOUR, LiquidationFeed.NONE), 30 * 24);

        assertThat(withoutLiquidations(throttled)).isEqualTo(withoutLiquidations(complete));
        assertThat(withoutLiquidations(none)).isEqualTo(withoutLiquidations(complete));
        assertThat(none).allSatisfy(bar -> {
            assertThat(bar.liquidatedLongUsd()).isNull();
            assertThat(bar.liquidatedShortUsd()).isNull();
        });
        for (int i = 0; i < complete.size(); i++) {
            assertThat(throttled.get(i).liquidatedLongUsd())
                    .isLessThanOrEqualTo(known(complete.get(i).liquidatedLongUsd()) + 0.1);
        }
        double published = sum(throttled, Bar::liquidatedLongUsd) + sum(throttled, Bar::liquidatedShortUsd);
        double actual = sum(complete, Bar::liquidatedLongUsd) + sum(complete, Bar::liquidatedShortUsd);
        assertThat(published).isBetween(0.02 * actual, 0.98 * actual);
    }

    @Test
    void following_takesThePriceOfTheLeader() {
        WorldParameters leader = WorldParameters.draw(12);
        WorldParameters follower = WorldParameters.draw(13).withContract(ContractType.INVERSE);
        SimulatedMarket leading = SimulatedMarket.of(leader, 12, START, Interval.ONE_HOUR);
        SimulatedMarket following = SimulatedMarket.following(follower, 13, leader, 12, START, Interval.ONE_HOUR);
        for (int i = 0; i < 100; i++) {
            Bar own = following.advance();
            assertThat(own.price().close()).isEqualTo(leading.advance().price().close());
            assertThat(own.openInterest()).isPositive();
        }
    }

    @Test
    void record_keepsTheMapsAskedFor() {
        Set<Instant> asked =
                Set.of(START.plusSeconds(3600), START.plusSeconds(10 * 3600), START.plusSeconds(11 * 3600));
        Recording recording = market(14, Interval.ONE_HOUR).record(10, asked);
        assertThat(recording.bars().size()).isEqualTo(10);
        assertThat(recording.maps())
                .extracting(TrueMap::asOf)
                .containsExactly(START.plusSeconds(3600), START.plusSeconds(10 * 3600));
    }

    @Test
    void of_refuses_whenStartOrStepDoesNotFit() {
        WorldParameters parameters = WorldParameters.draw(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedMarket.of(parameters, 1, START.plusSeconds(60), Interval.FIVE_MINUTES))
                .withMessageContaining("boundary");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SimulatedMarket.of(parameters, 1, START, Interval.FIVE_MINUTES, Duration.ofMinutes(15)))
                .withMessageContaining("step");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedMarket.of(parameters, 1, START, Interval.ONE_HOUR, Duration.ofMinutes(10)))
                .withMessageContaining("step");
    }

    private static SimulatedMarket market(long seed, Interval interval) {
        return SimulatedMarket.of(WorldParameters.draw(seed), seed, START, interval);
    }

    private static List<Bar> bars(SimulatedMarket market, int count) {
        return Stream.generate(market::advance).limit(count).toList();
    }

    private static List<Bar> withoutLiquidations(List<Bar> bars) {
        return bars.stream()
                .map(bar -> Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .vwap(bar.vwap())
                        .volume(bar.volume())
                        .takerBuyVolume(bar.takerBuyVolume())
                        .openInterest(bar.openInterest())
                        .longShortRatio(bar.longShortRatio())
                        .fundingRate(bar.fundingRate())
                        .build())
                .toList();
    }

    private static double coins(Stream<TruePosition> positions) {
        return positions.mapToDouble(TruePosition::coins).sum();
    }

    private static double sum(List<Bar> bars, Function<Bar, @Nullable Double> field) {
        return bars.stream().mapToDouble(bar -> known(field.apply(bar))).sum();
    }

    private static Bar last(List<Bar> bars) {
        return bars.getLast();
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
