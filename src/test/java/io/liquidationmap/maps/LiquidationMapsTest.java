package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.map;
import static io.liquidationmap.maps.MapsWorld.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.Buckets;
import io.liquidationmap.maps.MapView.Reconciliation;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LiquidationMapsTest {

    private static final int HOURS = 60 * 24;
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    private final MapsWorld world = new MapsWorld();

    @Test
    void bothSidesSumToOpenInterest() {
        world.traded("alpha", HOURS);
        List<Bar> bars = MapsWorld.bars(1, HOURS);
        double openInterest =
                openInterest(bars.getLast()) * bars.getLast().price().close();

        MapView view = world.open(null).map(map());

        assertThat(view.reconciliation()).extracting(Reconciliation::side).containsExactly(Side.LONG, Side.SHORT);
        assertThat(view.reconciliation()).allSatisfy(side -> {
            assertThat(side.openInterestUsd()).isCloseTo(openInterest, ROUNDING);
            assertThat(side.levelsUsd() + side.unleveredUsd() + side.openedBeforeRangeUsd())
                    .isCloseTo(openInterest, ROUNDING);
            assertThat(side.levelsUsd()).isPositive();
        });
    }

    @Test
    void bucketsAndRemaindersSumToTheLevels() {
        world.traded("alpha", HOURS);

        MapView view = world.open(null).map(map());

        Buckets buckets = view.buckets();
        assertThat(buckets.downUsd() + buckets.outsideDownUsd())
                .isCloseTo(view.reconciliation().get(0).levelsUsd(), ROUNDING);
        assertThat(buckets.upUsd() + buckets.outsideUpUsd())
                .isCloseTo(view.reconciliation().get(1).levelsUsd(), ROUNDING);
    }

    @Test
    void pricesSince_areThoseOfTheBarsThatEndedAfter() {
        world.traded("alpha", HOURS);
        List<Candle> last = MapsWorld.bars(1, HOURS).subList(HOURS - 4, HOURS).stream()
                .map(Bar::price)
                .toList();

        MarketSnapshot now = world.open(null);

        assertThat(now.pricesSince(START.plus(Duration.ofHours(HOURS - 4))))
                .isEqualTo(new PriceSpan(
                        last.stream().mapToDouble(Candle::low).min().orElseThrow(),
                        last.stream().mapToDouble(Candle::high).max().orElseThrow()));
        assertThat(now.pricesSince(now.market().dataChangedAt())).isEqualTo(new PriceSpan(now.price(), now.price()));
    }

    @Test
    void openedModel_doesNotReconcile() {
        world.traded("alpha", HOURS);

        MapView view = world.maps.open(query(null, Model.OPENED)).map(map());

        assertThat(view.reconciliation())
                .allSatisfy(side -> assertThat(Math.abs(side.differenceUsd()) / side.openInterestUsd())
                        .isGreaterThan(0.01));
    }

    @Test
    void answerOfThePast_isNotChangedByLaterBars() {
        Instrument instrument = world.traded("alpha", HOURS);
        Instant asOf = START.plus(Duration.ofHours(HOURS));
        MarketSnapshot before = world.open(asOf);
        MapView drawn = before.map(map());

        world.write(instrument, MapsWorld.bars(1, HOURS + 48));
        world.clock.set(asOf.plus(Duration.ofDays(2)));

        MarketSnapshot after = world.open(asOf);
        assertThat(after.market().inputHash()).isEqualTo(before.market().inputHash());
        assertThat(after.market()).isEqualTo(before.market());
        assertThat(after.map(map())).isEqualTo(drawn);
        assertThat(world.open(null).market().inputHash())
                .isNotEqualTo(before.market().inputHash());
    }

    @Test
    void simultaneousQuestions_openOneSnapshot() throws Exception {
        world.traded("alpha", HOURS);
        CyclicBarrier together = new CyclicBarrier(8);

        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MarketSnapshot>> opened = askers.invokeAll(Collections.nCopies(8, () -> {
                together.await();
                return world.open(null);
            }));

            for (Future<MarketSnapshot> snapshot : opened) {
                assertThat(snapshot.get()).isSameAs(opened.getFirst().get());
            }
        }
    }

    @Test
    void newBars_giveTheAnswerThatReadingEverythingAnewGives() {
        Instrument instrument = world.traded("alpha", HOURS);
        world.open(null).map(map());

        world.write(instrument, MapsWorld.bars(1, HOURS + 5));
        world.clock.set(START.plus(Duration.ofHours(HOURS + 5)));

        MarketSnapshot incremental = world.open(null);
        MarketSnapshot fresh = world.freshMaps().open(query(null, Model.CONSERVED));
        assertThat(incremental.market()).isEqualTo(fresh.market());
        assertThat(incremental.map(map())).isEqualTo(fresh.map(map()));
    }

    @Test
    void changedPast_changesTheAnswerAndItsName() {
        Instrument instrument = world.traded("alpha", HOURS);
        MarketSnapshot before = world.open(null);
        MapView mapBefore = before.map(map());
        Bar bar = MapsWorld.bars(1, HOURS).get(HOURS / 2);

        world.write(
                instrument,
                List.of(Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .openInterest(openInterest(bar) * 1.01)
                        .build()));

        MarketSnapshot after = world.open(null);
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
        assertThat(after.map(map()))
                .isNotEqualTo(mapBefore)
                .isEqualTo(world.freshMaps().open(query(null, Model.CONSERVED)).map(map()));
    }

    @Test
    void venuesAddUp() {
        world.traded("alpha", HOURS);
        world.traded("beta", HOURS);

        MarketSnapshot both = world.open(null);

        double alone = world.maps
                .open(new MarketQuery("BTC", Set.of(new Venue("beta")), Range.ofDays(30), null, Model.CONSERVED))
                .map(map())
                .buckets()
                .upUsd();
        assertThat(both.map(map()).buckets().upUsd()).isCloseTo(2 * alone, ROUNDING);
        assertThat(both.market().venues()).containsExactly(new Venue("alpha"), new Venue("beta"));
        assertThat(both.map(map()).reconciliation()).hasSize(4);
    }

    @Test
    void simulatedVenue_answersOnlyWhereThereIsNoOther() {
        Instrument simulated = world.venue("toy", true, "BTCUSDT");
        world.write(simulated, MapsWorld.bars(7, HOURS));
        world.clock.set(START.plus(Duration.ofHours(HOURS)));
        assertThat(world.open(null).market().simulated()).isTrue();

        world.traded("alpha", HOURS);

        assertThat(world.open(null).market().venues()).containsExactly(new Venue("alpha"));
        assertThat(world.open(null).market().simulated()).isFalse();
        MarketQuery byName = new MarketQuery("BTC", Set.of(new Venue("toy")), Range.ofDays(30), null, Model.CONSERVED);
        assertThat(world.maps.open(byName).market().simulated()).isTrue();
    }

    @Test
    void quietSeries_answersAsOfItsLastBarAndSaysStale() {
        world.traded("alpha", HOURS);
        assertThat(world.open(null).market().coverage().getFirst().stale()).isFalse();

        world.clock.set(START.plus(Duration.ofHours(HOURS + 100)));

        Market market = world.open(null).market();
        assertThat(market.asOf()).isEqualTo(START.plus(Duration.ofHours(HOURS)));
        assertThat(market.coverage().getFirst().stale()).isTrue();
        assertThat(market.coverage().getFirst().lagSeconds())
                .isEqualTo(Duration.ofHours(100).toSeconds());
    }

    @Test
    void coverage_countsTheBarsOfTheRange() {
        Instrument instrument = world.venue("alpha", false, "BTCUSDT");
        List<Bar> bars = MapsWorld.bars(1, HOURS);
        world.write(instrument, bars.subList(0, HOURS - 20));
        world.write(instrument, bars.subList(HOURS - 10, HOURS));
        world.clock.set(START.plus(Duration.ofHours(HOURS)));

        Coverage coverage = world.open(null).market().coverage().getFirst();

        assertThat(coverage.barsExpected()).isEqualTo(30 * 24);
        assertThat(coverage.barsPresent()).isEqualTo(30 * 24 - 10);
        assertThat(coverage.from()).isEqualTo(START);
        assertThat(coverage.warmingUp()).isFalse();
        assertThat(coverage.interval()).isEqualTo(Interval.ONE_HOUR);
    }

    @Test
    void coverage_saysWhichTiersWereKnownThen() {
        Instrument instrument = world.traded("alpha", HOURS);
        MarketSnapshot assumed = world.open(null);
        Instant read = START.plus(Duration.ofHours(HOURS / 2));
        Instant readAgain = START.plus(Duration.ofHours(HOURS));
        MarginSchedule tiers = MapsWorld.tiers(50);
        MarginSchedule again = new MarginSchedule(
                tiers.tiers(), tiers.takerFeeRate(), "read again", tiers.asOf().plusDays(30));

        world.catalog.record(instrument.id(), tiers, read);
        MarketSnapshot before = world.open(null);
        world.catalog.record(instrument.id(), again, readAgain);
        MarketSnapshot after = world.open(null);

        assertThat(tiersOf(assumed)).startsWith("assumed");
        assertThat(tiersOf(before)).isEqualTo("made up 2026-01-01");
        assertThat(tiersOf(after)).isEqualTo("read again 2026-01-31");
        assertThat(tiersOf(world.open(readAgain.minusSeconds(1)))).isEqualTo("made up 2026-01-01");
        // Another answer to the byte, and yet the same map.
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
        assertThat(after.map(map())).isEqualTo(before.map(map()));
    }

    private static String tiersOf(MarketSnapshot snapshot) {
        Coverage coverage = snapshot.market().coverage().getFirst();
        return coverage.tiersSource() + " " + coverage.tiersAsOf();
    }

    @Test
    void youngSeries_saysThatItIsWarmingUp() {
        world.traded("alpha", 10 * 24);

        assertThat(world.open(null).market().coverage().getFirst().warmingUp()).isTrue();
    }

    @Test
    void reach_isTheInverseOfTriggered() {
        world.traded("alpha", HOURS);
        MarketSnapshot snapshot = world.open(null);
        double target = snapshot.price() * 1.07;
        double usd = snapshot.triggeredAt(target).usd();

        Reach reach = snapshot.reach(Side.SHORT, usd);

        assertThat(reach.target().orElseThrow()).isCloseTo(target, within(snapshot.price() * 1e-6));
        assertThat(snapshot.reach(Side.SHORT, 1e15).target()).isEmpty();
        assertThat(snapshot.reach(Side.SHORT, 1e15).availableUsd())
                .isCloseTo(snapshot.map(map()).reconciliation().get(1).levelsUsd(), ROUNDING);
    }

    @Test
    void questionsWithoutAnAnswer_sayWhy() {
        assertThatThrownBy(() -> world.open(null)).isInstanceOf(NoDataYet.class);
        world.venue("alpha", false, "BTCUSDT");
        assertThatThrownBy(() -> world.open(null)).isInstanceOf(NoDataYet.class).hasMessageContaining("alpha:BTCUSDT");
        world.traded("beta", 24);

        assertThatThrownBy(() -> world.open(START))
                .isInstanceOfSatisfying(
                        NotCovered.class,
                        notCovered -> assertThat(notCovered.from()).isEqualTo(START.plus(Duration.ofHours(1))));
        assertThatThrownBy(() ->
                        world.maps.open(new MarketQuery("DOGE", Set.of(), Range.ofDays(1), null, Model.CONSERVED)))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessageContaining("BTC");
        assertThatThrownBy(() -> world.maps.open(
                        new MarketQuery("BTC", Set.of(new Venue("gamma")), Range.ofDays(1), null, Model.CONSERVED)))
                .isInstanceOf(UnknownVenue.class)
                .hasMessageContaining("alpha, beta");
    }

    private static double openInterest(Bar bar) {
        Double coins = bar.openInterest();
        return coins == null ? Double.NaN : coins;
    }
}
