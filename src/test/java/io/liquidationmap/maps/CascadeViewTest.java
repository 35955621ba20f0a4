package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.query;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.engine.cascade.DepthScenario;
import io.liquidationmap.maps.CascadeView.Outcome;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CascadeViewTest {

    private static final int HOURS = 60 * 24;
    private static final double SHOCK = 0.05;

    private final MapsWorld world = new MapsWorld();

    @Test
    void scenarios_goFartherTheThinnerTheBook() {
        world.traded("alpha", HOURS);
        MarketSnapshot snapshot = world.open(null);

        for (double shock : new double[] {-SHOCK, SHOCK}) {
            CascadeView view = snapshot.cascade(shock, 50e6);

            assertThat(view.side()).isEqualTo(shock < 0 ? Side.LONG : Side.SHORT);
            assertThat(view.outcomes()).extracting(Outcome::scenario).containsExactly(DepthScenario.values());
            assertThat(view.outcomes())
                    .extracting(outcome -> outcome.expected().move())
                    .isSorted()
                    .allSatisfy(move -> assertThat(move).isGreaterThan(SHOCK));
            assertThat(view.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome.expected().move())
                            .isBetween(
                                    requireNonNull(outcome.low()).move(),
                                    requireNonNull(outcome.high()).move()));
        }
    }

    @Test
    void forcedFlow_isThatOfTheMapUpToWherePriceRests() {
        world.traded("alpha", HOURS);
        MarketSnapshot snapshot = world.open(null);

        Cascade down = snapshot.cascade(-SHOCK, 50e6).outcomes().getFirst().expected();

        double stop = snapshot.price() * (1 - down.move());
        double forced = requireNonNull(snapshot.triggeredAt(stop).forced()).usd();
        assertThat(down.forcedUsd()).isCloseTo(forced, Percentage.withPercentage(0.5));
    }

    @Test
    void openedModel_claimsNoBand_butHasScenarios() {
        world.traded("alpha", HOURS);

        CascadeView view = world.maps.open(query(null, Model.OPENED)).cascade(SHOCK, null);

        assertThat(view.outcomes()).hasSize(3).allSatisfy(outcome -> {
            assertThat(outcome.low()).isNull();
            assertThat(outcome.high()).isNull();
            assertThat(outcome.expected().forcedUsd()).isPositive();
        });
    }

    @Test
    void depth_isEstimatedFromWhatIsTraded_unlessGiven() {
        world.traded("alpha", HOURS);
        MarketSnapshot snapshot = world.open(null);
        double volume = world.imbalances
                .open(query(null, Model.CONSERVED))
                .view(new PriceWindow.Span(40))
                .dailyVolume()
                .usd();

        CascadeView.Assumptions estimated = snapshot.cascade(SHOCK, null).assumptions();
        CascadeView.Assumptions given = snapshot.cascade(SHOCK, 7e6).assumptions();

        assertThat(estimated.depthUsd()).isEqualTo(0.005 * volume);
        assertThat(estimated.depthGiven()).isFalse();
        assertThat(given.depthUsd()).isEqualTo(7e6);
        assertThat(given.depthGiven()).isTrue();
    }

    /// The walk's hourly returns have a standard deviation of half a percent.
    @Test
    void volatility_isThatOfADay() {
        world.traded("alpha", HOURS);

        assertThat(world.open(null).cascade(SHOCK, null).assumptions().dailyVolatility())
                .isCloseTo(0.005 * Math.sqrt(24), within(0.002));
    }

    @Test
    void unknownVolume_leavesTheDepthToWhoeverAsks() {
        Instrument quiet = world.venue("alpha", false, "BTCUSDT");
        List<Bar> bars = MapsWorld.bars(1, HOURS).stream()
                .map(bar -> Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .openInterest(requireNonNull(bar.openInterest()))
                        .build())
                .toList();
        world.write(quiet, bars);
        world.clock.set(bars.getLast().openTime().plusSeconds(3600));
        MarketSnapshot snapshot = world.open(null);

        assertThat(snapshot.cascade(SHOCK, null).outcomes()).isEmpty();
        assertThat(snapshot.cascade(SHOCK, 50e6).outcomes()).hasSize(3);
    }
}
