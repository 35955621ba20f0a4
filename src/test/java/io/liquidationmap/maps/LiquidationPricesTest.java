package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.maps.LiquidationPrices.Answer;
import io.liquidationmap.maps.LiquidationPrices.ImpossiblePositionException;
import io.liquidationmap.maps.LiquidationPrices.Query;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import io.liquidationmap.maps.VenueFormulas.VenueSettings;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiquidationPricesTest {

    private final MapsWorld world = new MapsWorld();

    @Test
    void prices_aPositionByItsLeverage() {
        world.venue("alpha", false, "BTCUSDT");

        Answer answer = world.prices().priceOf(query("btc", Side.LONG, 10.0));

        // Assumed tiers: 0.5 % of a value below 500 000.
        double expected = 60_000 * (1 - 0.1) / (1 - 0.005);
        assertThat(answer.instrument().symbol()).isEqualTo("BTCUSDT");
        assertThat(answer.liquidationPrice().orElseThrow()).isCloseTo(expected, within(1e-6));
        assertThat(answer.bankruptcyPrice().orElseThrow()).isCloseTo(54_000, within(1e-6));
        assertThat(answer.margin()).isCloseTo(6_000, within(1e-9));
        assertThat(answer.tiersSource()).startsWith("assumed");
        assertThat(answer.tiersAsOf()).isEqualTo("2026-11-22");
    }

    @Test
    void refuses_aPositionThatWouldBeLiquidatedAtOnce() {
        world.venue("alpha", false, "BTCUSDT");

        assertThatThrownBy(() -> world.prices().priceOf(query("BTCUSDT", Side.SHORT, 250.0)))
                .isInstanceOfSatisfying(
                        ImpossiblePositionException.class,
                        impossible -> assertThat(impossible.parameter()).isEqualTo("leverage"))
                .hasMessageContaining("at once");
    }

    @Test
    void prices_byTheTiersKnownThen_whateverBecomesKnownLater() {
        Instrument instrument = world.venue("alpha", false, "BTCUSDT");
        Instant changed = MapsWorld.START.plus(Duration.ofDays(1));
        world.catalog.record(instrument.id(), tiers(0.01), MapsWorld.START);
        Query before = query("btc", Side.LONG, 10.0);
        Answer then = world.prices().priceOf(before);

        world.catalog.record(instrument.id(), tiers(0.02), changed);
        world.clock.set(changed);

        assertThat(world.prices().priceOf(before)).isEqualTo(then);
        assertThat(then.maintenanceMarginRate()).isEqualTo(0.01);
        Query after = new Query(before.venue(), "btc", Side.LONG, 60_000, 10.0, null, null, changed);
        assertThat(world.prices().priceOf(after).maintenanceMarginRate()).isEqualTo(0.02);
    }

    @Test
    void refuses_whatItDoesNotKnow() {
        world.venue("alpha", false, "BTCUSDT");

        assertThatThrownBy(() -> world.prices().priceOf(query("DOGE", Side.LONG, 10.0)))
                .isInstanceOf(UnknownSymbol.class);
        Query elsewhere = new Query(new Venue("beta"), "BTC", Side.LONG, 1, 10.0, null, null, MapsWorld.START);
        assertThatThrownBy(() -> world.prices().priceOf(elsewhere)).isInstanceOf(UnknownVenue.class);
    }

    /// Those of which only the formula is known answer too, and are listed where all are.
    @Test
    void knowsTheVenuesThatAreListed() {
        world.venue("alpha", false, "BTCUSDT");
        Listings listings = world.listings(
                Map.of("gamma", new VenueSettings(LiquidationFormula.MAINTENANCE_ON_VALUE)),
                MapsWorld.properties(Duration.ZERO));
        LiquidationPrices prices = world.prices(listings);

        assertThat(new StoredMarketDirectory(listings).venues())
                .extracting(entry -> entry.venue().name())
                .containsExactly("alpha", "gamma");
        Query at = new Query(new Venue("gamma"), "BTC", Side.LONG, 60_000, 10.0, null, null, MapsWorld.START);
        assertThat(prices.priceOf(at).tiersSource()).startsWith("assumed");
        Query nowhere = new Query(new Venue("beta"), "BTC", Side.LONG, 1, 10.0, null, null, MapsWorld.START);
        assertThatThrownBy(() -> prices.priceOf(nowhere)).hasMessage("beta is not known; known are [alpha, gamma]");
    }

    private static MarginSchedule tiers(double rate) {
        List<Step> steps = List.of(new Step(Double.POSITIVE_INFINITY, rate, 50));
        return MarginSchedule.ofSteps(steps, 0.0005, "a test", LocalDate.of(2026, 1, 1));
    }

    private static Query query(String symbol, Side side, double leverage) {
        return new Query(new Venue("alpha"), symbol, side, 60_000, leverage, null, null, MapsWorld.START);
    }
}
