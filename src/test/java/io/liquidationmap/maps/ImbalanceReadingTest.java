package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.query;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.context.Condition;
import io.liquidationmap.engine.context.Condition.Kind;
import io.liquidationmap.engine.context.Condition.Outcome;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.ImbalanceView.Corroboration;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImbalanceReadingTest {

    private static final int DAYS = 150;
    private static final int WARM_UP_DAYS = 40;
    private static final int TEN_PCT = 2;
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    private final MapsWorld world = new MapsWorld();

    @Test
    void distances_areThoseOfTheMap() {
        world.traded("alpha", DAYS * 24);

        ImbalanceView view = view(null, Model.CONSERVED);

        List<DistanceImbalance> map = world.open(null).imbalance(new PriceWindow.Span(40));
        assertThat(view.distances()).extracting(InContext::at).isEqualTo(map.subList(0, 4));
        assertThat(view.mapEnds().conserved()).isEqualTo(map.getLast().imbalance());
    }

    @Test
    void standing_isThatAmongTheMidnightsBefore() {
        world.traded("alpha", DAYS * 24 + 5);
        double[] past = world
                .imbalances
                .history(new HistoryQuery(query(null, Model.CONSERVED), null, Duration.ofDays(365), Duration.ofDays(1)))
                .points()
                .stream()
                .filter(point -> !point.warmingUp())
                .mapToDouble(point -> point.logRatio(TEN_PCT))
                .toArray();

        InContext context = view(null, Model.CONSERVED).distances().get(TEN_PCT);

        double present = context.at().logRatio();
        long below = Arrays.stream(past).filter(ratio -> ratio < present).count();
        assertThat(context.standings()).extracting(Standing::windowDays).containsExactly(180, 730);
        assertThat(context.standings()).allSatisfy(standing -> {
            assertThat(standing.days()).isEqualTo(DAYS - WARM_UP_DAYS).isEqualTo(past.length);
            assertThat(requireNonNull(standing.position()).percentile())
                    .isCloseTo(100.0 * below / past.length, within(1e-9));
        });
    }

    @Test
    void presentMidnight_isNoPartOfItsOwnPast() {
        world.traded("alpha", DAYS * 24);

        assertThat(view(null, Model.CONSERVED)
                        .distances()
                        .getFirst()
                        .standings()
                        .getFirst()
                        .days())
                .isEqualTo(DAYS - WARM_UP_DAYS - 1);
    }

    @Test
    void windows_reachBackAsFarAsTheySay() {
        world.traded("alpha", 240 * 24);

        assertThat(view(null, Model.CONSERVED).distances().getFirst().standings())
                .extracting(Standing::days)
                .containsExactly(180, 240 - WARM_UP_DAYS - 1);
    }

    @Test
    void youngMarket_isNotComparedNorCalledCrowded() {
        world.traded("alpha", 100 * 24);

        InContext context = view(null, Model.CONSERVED).distances().get(TEN_PCT);

        assertThat(context.standings()).containsExactly(new Standing(180, 59, null), new Standing(730, 59, null));
        assertThat(conditions(context).getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requireNonNull(context.crowdedness()).label())
                .isIn(null, Label.NEUTRAL, Label.BALANCED_WITHIN_ERROR);
    }

    @Test
    void conditions_nameWhatTheMapSays() {
        world.traded("alpha", DAYS * 24);
        MarketSnapshot snapshot = world.open(null);
        double openInterest =
                snapshot.map(MapsWorld.map()).reconciliation().getFirst().openInterestUsd();

        for (InContext context : view(null, Model.CONSERVED).distances()) {
            Imbalance within10 =
                    snapshot.imbalance(new PriceWindow.Span(40)).get(TEN_PCT).imbalance();
            Band ratio = requireNonNull(
                    requireNonNull(context.at().imbalance().bands()).ratio());
            boolean up = context.at().imbalance().ratio().orElseThrow() >= 1;
            assertThat(conditions(context))
                    .satisfiesExactly(
                            percentile -> assertThat(percentile.value())
                                    .isEqualTo(requireNonNull(context.standings()
                                                    .getFirst()
                                                    .position())
                                            .percentile()),
                            material -> assertThat(material.value())
                                    .isCloseTo(
                                            100 * (up ? within10.upUsd() : within10.downUsd()) / openInterest,
                                            ROUNDING),
                            beyondError -> {
                                assertThat(beyondError.kind())
                                        .isEqualTo(up ? Kind.RATIO_LOW_ABOVE : Kind.RATIO_HIGH_BELOW);
                                assertThat(beyondError.value()).isEqualTo(up ? ratio.low() : ratio.high());
                            });
        }
    }

    @Test
    void openedModel_claimsNothing() {
        world.traded("alpha", DAYS * 24);

        assertThat(view(null, Model.OPENED).distances()).allSatisfy(context -> {
            assertThat(context.crowdedness()).isNull();
            assertThat(context.at().imbalance().bands()).isNull();
            assertThat(context.at().imbalance().forcedUp()).isNull();
        });
        assertThat(world.maps.open(query(null, Model.OPENED)).errorFactor()).isEmpty();
        assertThat(world.open(null).errorFactor()).isPresent();
    }

    @Test
    void mapEnds_areTheSameWhicheverModelIsAsked() {
        world.traded("alpha", DAYS * 24);

        ImbalanceView conserved = view(null, Model.CONSERVED);
        ImbalanceView opened = view(null, Model.OPENED);

        assertThat(opened.mapEnds()).isEqualTo(conserved.mapEnds());
        assertThat(opened.mapEnds().opened().bands()).isNull();
        assertThat(opened.mapEnds().opened().upUsd())
                .isNotEqualTo(opened.mapEnds().conserved().upUsd());
    }

    @Test
    void laterBars_changeNothing() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        Instant asOf = START.plus(Duration.ofDays(DAYS));
        ImbalanceReading before = world.imbalances.open(query(asOf, Model.CONSERVED));
        ImbalanceView drawn = before.view(new PriceWindow.Span(40));

        world.write(instrument, MapsWorld.bars(1, DAYS * 24 + 100));
        world.clock.set(asOf.plus(Duration.ofDays(4)));

        ImbalanceReading after = world.freshImbalances().open(query(asOf, Model.CONSERVED));
        assertThat(after.market()).isEqualTo(before.market());
        assertThat(after.view(new PriceWindow.Span(40))).isEqualTo(drawn);
    }

    @Test
    void dailyVolume_isTheMeanOfTheLastTwoWeeks() {
        world.traded("alpha", DAYS * 24);
        List<Bar> last = MapsWorld.bars(1, DAYS * 24).subList((DAYS - 14) * 24, DAYS * 24);
        double usd = last.stream()
                .mapToDouble(bar -> requireNonNull(bar.volume()) * bar.price().close())
                .sum();

        assertThat(view(null, Model.CONSERVED).dailyVolume().usd()).isCloseTo(usd / 14, ROUNDING);
        assertThat(view(null, Model.CONSERVED).dailyVolume().days()).isCloseTo(14, ROUNDING);
    }

    @Test
    void dailyVolume_isUnknown_whereThatOfOneInstrumentIs() {
        world.traded("alpha", DAYS * 24);
        Instrument quiet = world.venue("beta", false, "BTCUSDT");
        world.write(
                quiet,
                MapsWorld.bars(2, DAYS * 24).stream()
                        .map(bar -> Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                                .openInterest(requireNonNull(bar.openInterest()))
                                .build())
                        .toList());

        assertThat(view(null, Model.CONSERVED).dailyVolume().usd()).isNaN();
    }

    @Test
    void corroboration_isWhatTheVenuePublishedOverTheLastDay() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        ImbalanceReading unknown = world.imbalances.open(query(null, Model.CONSERVED));
        assertThat(unknown.view(new PriceWindow.Span(40)).corroboration())
                .containsExactly(new Corroboration(instrument.id(), Double.NaN, Double.NaN));

        List<Bar> bars = MapsWorld.bars(1, DAYS * 24);
        world.write(
                instrument,
                List.of(
                        bars.get(DAYS * 24 - 25).toBuilder().fundingRate(0.5).build(),
                        bars.get(DAYS * 24 - 24).toBuilder()
                                .fundingRate(0.0001)
                                .longShortRatio(2.0)
                                .build(),
                        bars.get(DAYS * 24 - 3).toBuilder()
                                .fundingRate(-0.0004)
                                .longShortRatio(1.5)
                                .build()));

        ImbalanceReading known = world.imbalances.open(query(null, Model.CONSERVED));
        Corroboration corroboration =
                known.view(new PriceWindow.Span(40)).corroboration().getFirst();
        assertThat(corroboration.longShortRatio()).isEqualTo(1.5);
        assertThat(corroboration.fundingRate()).isCloseTo(-0.0003, within(1e-12));
        assertThat(known.market().inputHash()).isNotEqualTo(unknown.market().inputHash());
    }

    private ImbalanceView view(@Nullable Instant asOf, Model model) {
        return world.imbalances.open(query(asOf, model)).view(new PriceWindow.Span(40));
    }

    private static List<Condition> conditions(InContext context) {
        Crowdedness crowdedness = requireNonNull(context.crowdedness());
        return crowdedness.conditions();
    }
}
