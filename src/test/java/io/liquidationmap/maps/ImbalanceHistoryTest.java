package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.query;
import static io.liquidationmap.maps.MapsWorld.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.assertj.core.util.DoubleComparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImbalanceHistoryTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 75;
    private static final Instant END = START.plus(Duration.ofDays(DAYS));
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    private final MapsWorld world = new MapsWorld();

    @ParameterizedTest
    @EnumSource
    void point_isWhatWouldHaveBeenAnsweredThen(Model model) {
        world.traded("alpha", DAYS * 24);

        assertIsWhatWasAnsweredThen(history(null, null, model).points(), model);
    }

    @Test
    void point_usesTheParametersKnownThen() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        world.catalog.record(instrument.id(), tiers(125), START);
        world.catalog.record(instrument.id(), tiers(20), START.plus(Duration.ofDays(30)));
        world.catalog.record(instrument.id(), tiers(50), START.plus(Duration.ofDays(50)));

        assertIsWhatWasAnsweredThen(history(null, null, Model.CONSERVED).points(), Model.CONSERVED);
    }

    @Test
    void point_countsTheVenuesThatThereWere() {
        world.traded("alpha", DAYS * 24);
        Instrument late = world.venue("beta", false, "BTCUSDT");
        world.write(late, MapsWorld.bars(2, DAYS * 24).subList(40 * 24, DAYS * 24));

        assertIsWhatWasAnsweredThen(history(null, null, Model.CONSERVED).points(), Model.CONSERVED);
    }

    @Test
    void laterBars_changeNothing() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        ImbalanceHistory before = history(null, END, Model.CONSERVED);
        List<ImbalancePoint> drawn = before.points();

        world.write(instrument, MapsWorld.bars(1, DAYS * 24 + 100));
        world.clock.set(END.plus(Duration.ofDays(4)));

        for (Imbalances imbalances : List.of(world.imbalances, world.freshImbalances())) {
            ImbalanceHistory after = imbalances.history(question(null, END, Model.CONSERVED));
            assertThat(after.market()).isEqualTo(before.market());
            assertThat(after.points()).isEqualTo(drawn);
        }
    }

    @Test
    void laterParameters_changeNothing() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        world.catalog.record(instrument.id(), tiers(125), START);
        ImbalanceHistory before = history(null, END, Model.CONSERVED);
        List<ImbalancePoint> drawn = before.points();

        world.catalog.record(instrument.id(), tiers(20), END.plusMillis(1));
        world.clock.set(END.plus(DAY));

        ImbalanceHistory after = world.freshImbalances().history(question(null, END, Model.CONSERVED));
        assertThat(after.market()).isEqualTo(before.market());
        assertThat(after.points()).isEqualTo(drawn);
    }

    @Test
    void newBars_giveWhatReadingEverythingAnewGives() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        history(null, null, Model.CONSERVED).points();

        world.write(instrument, MapsWorld.bars(1, DAYS * 24 + 30));
        world.clock.set(END.plus(Duration.ofHours(30)));

        ImbalanceHistory incremental = history(null, null, Model.CONSERVED);
        ImbalanceHistory fresh = world.freshImbalances().history(question(null, null, Model.CONSERVED));
        assertThat(incremental.market()).isEqualTo(fresh.market());
        assertThat(incremental.points()).isEqualTo(fresh.points()).hasSize(DAYS + 1);
    }

    @Test
    void changedPast_changesThePointsAfterItAndTheName() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        ImbalanceHistory before = history(null, null, Model.CONSERVED);
        List<ImbalancePoint> drawn = before.points();
        Bar bar = MapsWorld.bars(1, DAYS * 24).get(60 * 24 + 5);

        world.write(
                instrument,
                List.of(Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .openInterest(81_000.0)
                        .build()));

        ImbalanceHistory after = history(null, null, Model.CONSERVED);
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
        assertThat(after.points().subList(0, 60)).isEqualTo(drawn.subList(0, 60));
        assertThat(after.points().get(60)).isNotEqualTo(drawn.get(60));
    }

    @Test
    void points_areMidnights_fromTheBeginningOfTheDataOn() {
        world.traded("alpha", DAYS * 24 + 7);

        List<ImbalancePoint> points = history(null, null, Model.CONSERVED).points();

        assertThat(points).hasSize(DAYS);
        assertThat(points.getFirst().asOf()).isEqualTo(START.plus(DAY));
        assertThat(points.getLast().asOf()).isEqualTo(END);
        assertThat(points.get(38).warmingUp()).isTrue();
        assertThat(points.get(40).warmingUp()).isFalse();
    }

    @Test
    void gap_makesItsPointsStale() {
        Instrument instrument = world.venue("alpha", false, "BTCUSDT");
        List<Bar> bars = MapsWorld.bars(1, DAYS * 24);
        world.write(instrument, bars.subList(0, 60 * 24));
        world.write(instrument, bars.subList(62 * 24, DAYS * 24));
        world.clock.set(END);

        List<ImbalancePoint> points = history(null, null, Model.CONSERVED).points();

        assertThat(points.stream().filter(ImbalancePoint::stale).map(ImbalancePoint::asOf))
                .containsExactly(START.plus(Duration.ofDays(61)), START.plus(Duration.ofDays(62)));
    }

    @Test
    void beginningBeforeTheData_isNotCovered() {
        world.traded("alpha", DAYS * 24);

        assertThatThrownBy(() -> history(START.minus(DAY), null, Model.CONSERVED))
                .isInstanceOfSatisfying(
                        NotCovered.class,
                        notCovered -> assertThat(notCovered.from()).isEqualTo(START.plus(DAY)));
        assertThat(history(START.plus(DAY), null, Model.CONSERVED).points()).hasSize(DAYS);
    }

    @Test
    void historyWithoutAMidnight_hasNoDataYet() {
        world.traded("alpha", 20);

        assertThatThrownBy(() -> history(null, null, Model.CONSERVED)).isInstanceOf(NoDataYet.class);
    }

    @Test
    void standing_isThatOfTheImbalanceThen_whereTheHistoryTellsAllOfIt() {
        int days = 140;
        world.traded("alpha", days * 24);

        List<PointInContext> points = history(null, null, Model.CONSERVED).inContext();

        assertThat(points).hasSize(days);
        for (PointInContext point : List.of(points.get(100), points.get(135), points.getLast())) {
            Instant asOf = point.point().asOf();
            List<InContext> then = world.imbalances
                    .open(query(asOf, Model.CONSERVED))
                    .view(new PriceWindow.Span(40))
                    .distances();
            for (int i = 0; i < then.size(); i++) {
                assertThat(point.standings().get(i))
                        .as("%s, distance %s", asOf, i)
                        .usingRecursiveComparison()
                        .withComparatorForType(new DoubleComparator(1e-6), Double.class)
                        .withEqualsForType(
                                (one, other) -> Math.abs(one.orElse(0) - other.orElse(0)) < 1e-6, OptionalDouble.class)
                        .isEqualTo(then.get(i).standings());
            }
        }
        assertThat(points.getLast().standings().getFirst().getFirst().position())
                .isNotNull();
    }

    @Test
    void standing_isLeftOut_whereItsDaysAreNotAmongThePoints() {
        world.traded("alpha", 215 * 24);
        Instant from = START.plus(Duration.ofDays(30));

        List<PointInContext> points = history(from, null, Model.CONSERVED).inContext();

        // The midnight before the first point is the 29th day's: from day 210 on, half a year no longer reaches it.
        for (PointInContext point : points) {
            boolean told = point.point().asOf().isAfter(START.plus(Duration.ofDays(209)));
            assertThat(point.standings())
                    .allSatisfy(standings -> assertThat(standings)
                            .extracting(Standing::windowDays)
                            .isEqualTo(told ? List.of(180) : List.of()));
        }
        assertThat(points).hasSize(186);
        HistoryQuery everyOtherDay =
                new HistoryQuery(query(null, Model.CONSERVED), null, Duration.ofDays(365), Duration.ofDays(2));
        assertThat(world.imbalances.history(everyOtherDay).inContext())
                .as("midnights are missing")
                .allSatisfy(point -> assertThat(point.standings()).containsOnly(List.of()));
    }

    private void assertIsWhatWasAnsweredThen(List<ImbalancePoint> points, Model model) {
        assertThat(points).hasSize(DAYS);
        for (ImbalancePoint point : points) {
            MarketSnapshot then = world.maps.open(query(point.asOf(), model));
            List<DistanceImbalance> answered = then.imbalance(new PriceWindow.Span(40));
            assertThat(point.price()).isEqualTo(then.price());
            assertThat(point.warmingUp())
                    .isEqualTo(then.market().coverage().stream().anyMatch(Coverage::warmingUp));
            for (int i = 0; i < point.imbalance().size(); i++) {
                DistanceImbalance at = point.imbalance().get(i);
                assertThat(at.distancePct()).isEqualTo(answered.get(i).distancePct());
                assertThat(at.imbalance().upUsd())
                        .isCloseTo(answered.get(i).imbalance().upUsd(), ROUNDING);
                assertThat(at.imbalance().downUsd())
                        .isCloseTo(answered.get(i).imbalance().downUsd(), ROUNDING);
            }
        }
    }

    private ImbalanceHistory history(@Nullable Instant from, @Nullable Instant to, Model model) {
        return world.imbalances.history(question(from, to, model));
    }

    private static HistoryQuery question(@Nullable Instant from, @Nullable Instant to, Model model) {
        return new HistoryQuery(query(to, model), from, Duration.ofDays(365), DAY);
    }
}
