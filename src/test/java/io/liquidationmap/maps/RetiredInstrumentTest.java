package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One of two contracts of a coin is delisted after forty days and listed again after fifty.
class RetiredInstrumentTest {

    private static final Instant DELISTED = START.plus(Duration.ofDays(40));
    private static final Instant RELISTED = START.plus(Duration.ofDays(50));

    private final MapsWorld world = new MapsWorld();
    private Instrument delisted;

    @BeforeEach
    void delist() {
        delisted = world.traded("alpha", 24 * 40);
        world.traded("beta", 24 * 60);
        world.retirements.retire(delisted.id(), DELISTED);
    }

    @Test
    void isNoPartOfAMap_fromThenOn() {
        assertThat(world.open(null).market().venues()).containsExactly(new Venue("beta"));
        assertThat(world.open(DELISTED).market().venues()).containsExactly(new Venue("beta"));
    }

    @Test
    void isPartOfAMap_asOfBefore() {
        assertThat(world.open(DELISTED.minusMillis(1)).market().venues())
                .containsExactly(new Venue("alpha"), new Venue("beta"));
    }

    @Test
    void isPartOfAMapAgain_whenItIsRevived_andNotOfThoseInBetween() {
        world.retirements.revive(delisted.id(), RELISTED);

        assertThat(world.open(RELISTED).market().venues()).hasSize(2);
        assertThat(world.open(RELISTED.minusMillis(1)).market().venues()).containsExactly(new Venue("beta"));
    }

    @Test
    void isStillAnswered_withItsAge_whereThereIsNoOther() {
        MarketQuery alone = MapsWorld.query(null, Model.CONSERVED);
        Market market = world.maps
                .open(new MarketQuery(alone.symbol(), Set.of(delisted.venue()), alone.range(), null, Model.CONSERVED))
                .market();

        assertThat(market.coverage()).singleElement().satisfies(coverage -> {
            assertThat(coverage.to()).isEqualTo(DELISTED);
            assertThat(coverage.stale()).isTrue();
        });
    }

    @Test
    void doesNotSpoilThePastOfTheRest() {
        ImbalanceHistory history = world.imbalances.history(new HistoryQuery(
                MapsWorld.query(null, Model.CONSERVED), null, Duration.ofDays(30), Duration.ofDays(5)));

        assertThat(history.points()).hasSizeGreaterThan(4).noneMatch(ImbalancePoint::stale);
    }

    @Test
    void isStillListed_withItsCoverage() {
        assertThat(new StoredMarketDirectory(world.listings).symbols())
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.instruments())
                        .filteredOn(entry -> entry.instrument().equals(delisted))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.to()).isEqualTo(DELISTED)));
    }
}
