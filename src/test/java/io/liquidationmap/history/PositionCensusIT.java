package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus.CensusProgress;
import io.liquidationmap.history.PositionCensus.DueAccount;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class PositionCensusIT {

    private static final Venue VENUE = new Venue("open");
    private static final InstrumentId BTC = InstrumentId.of("open", "BTC");
    private static final InstrumentId ETH = InstrumentId.of("open", "ETH");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    PositionCensus census;

    @BeforeEach
    void registerInstruments() {
        catalog.register(new KnownVenue(VENUE, false));
        catalog.register(new Instrument(BTC, "BTC", "USDC", ContractType.LINEAR));
        catalog.register(new Instrument(ETH, "ETH", "USDC", ContractType.LINEAR));
    }

    // ---- accounts

    @Test
    void learn_countsWhatIsNew_eachOnce() {
        assertThat(census.venues()).isEmpty();
        assertThat(census.learn(VENUE, List.of(seen("a", HOUR), seen("b", HOUR), seen("a", HOUR)), NOON))
                .isEqualTo(2);
        assertThat(census.learn(VENUE, List.of(seen("b", HOUR), seen("c", HOUR)), NOON))
                .isEqualTo(1);
        assertThat(census.learn(VENUE, List.of(), NOON)).isZero();
        assertThat(census.venues()).containsExactly(VENUE);
    }

    @Test
    void progress_countsWhoIsKnown_visited_andOverdue() {
        assertThat(census.progress(NOON)).isEmpty();
        census.learn(VENUE, List.of(seen("b", HOUR), seen("c", HOUR)), NOON);
        census.record(learn("a"), NOON.plusSeconds(1), List.of(), HOUR);

        assertThat(census.progress(NOON.plusSeconds(60)))
                .containsExactly(new CensusProgress(VENUE, 3, 1, 2, NOON.plusSeconds(1)));
    }

    @Test
    void learn_ofAnUnknownVenue_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> census.learn(new Venue("nowhere"), List.of(seen("a", HOUR)), NOON))
                .withMessage("venue nowhere is not registered");
    }

    @Test
    void due_areFirstThoseThatWaitedLongest_forWhatTheyAre() {
        census.learn(VENUE, List.of(seen("small", HOUR.multipliedBy(6)), seen("large", HOUR.dividedBy(4))), NOON);

        assertThat(names(NOON.plus(HOUR), 10)).containsExactly("large", "small");
        assertThat(names(NOON.plus(HOUR), 1)).containsExactly("large");
        assertThat(names(NOON.minusSeconds(1), 10)).isEmpty();
    }

    @Test
    void anAccount_isDueAgain_whenItsTimeHasPassed() {
        DueAccount account = learn("a");
        census.record(account, NOON, List.of(), HOUR.multipliedBy(3));

        assertThat(names(NOON.plus(HOUR.multipliedBy(3)).minusMillis(1), 10)).isEmpty();
        assertThat(census.due(VENUE, NOON.plus(HOUR.multipliedBy(3)), 10))
                .containsExactly(new DueAccount(account.id(), "a", HOUR.multipliedBy(3)));
    }

    @Test
    void anAccountThatIsSeenTrading_isVisitedSooner_butNotAtOnceAgain() {
        DueAccount account = learn("a");
        census.record(account, NOON, List.of(), HOUR.multipliedBy(100));
        census.learn(VENUE, List.of(seen("a", HOUR)), NOON.plusSeconds(60));
        census.learn(VENUE, List.of(seen("a", HOUR.multipliedBy(50))), NOON.plusSeconds(70));

        assertThat(names(NOON.plus(HOUR).minusMillis(1), 10)).isEmpty();
        assertThat(names(NOON.plus(HOUR), 10)).containsExactly("a");
    }

    @Test
    void aPostponedAccount_keepsWhatItHeld() {
        DueAccount account = learn("a");
        census.record(account, NOON, List.of(position(BTC, 1, 40_000.0)), HOUR);
        census.postpone(account, NOON.plus(HOUR), HOUR);

        assertThat(names(NOON.plus(HOUR), 10)).isEmpty();
        assertThat(held(BTC, NOON.plus(HOUR))).containsExactly(position(BTC, 1, 40_000.0));
    }

    // ---- positions

    @Test
    void positions_areThoseOfTheLastVisitByThen() {
        DueAccount account = learn("a");
        PublicPosition opened = position(BTC, 1, 40_000.0);
        PublicPosition flipped = position(BTC, -2, 70_000.0);
        census.record(account, NOON, List.of(opened, position(ETH, 5, null)), HOUR);
        census.record(account, NOON.plus(HOUR), List.of(flipped), HOUR);
        census.record(account, NOON.plus(HOUR.multipliedBy(2)), List.of(), HOUR);

        assertThat(held(BTC, NOON.minusMillis(1))).isEmpty();
        assertThat(census.positions(BTC, Instant.EPOCH, NOON)).containsExactly(new SeenPosition(opened, NOON));
        assertThat(held(BTC, NOON.plus(HOUR).minusMillis(1))).containsExactly(opened);
        assertThat(held(BTC, NOON.plus(HOUR))).containsExactly(flipped);
        assertThat(held(ETH, NOON)).containsExactly(position(ETH, 5, null));
        assertThat(held(ETH, NOON.plus(HOUR))).isEmpty();
        assertThat(held(BTC, NOON.plus(HOUR.multipliedBy(2)))).isEmpty();
        assertThat(census.firstSeen(BTC)).contains(NOON);
    }

    @Test
    void positions_ofAccountsNobodyLookedAtSince_areLeftOut() {
        census.record(learn("a"), NOON, List.of(position(BTC, 1, null)), HOUR);

        assertThat(census.positions(BTC, NOON.minusMillis(1), NOON.plus(HOUR))).hasSize(1);
        assertThat(census.positions(BTC, NOON, NOON.plus(HOUR))).isEmpty();
    }

    @Test
    void aVisitThatIsNotLater_changesNothing() {
        DueAccount account = learn("a");
        census.record(account, NOON, List.of(position(BTC, 1, null)), HOUR);
        census.record(account, NOON, List.of(position(BTC, 2, null)), HOUR);
        census.record(account, NOON.minusSeconds(1), List.of(position(BTC, 3, null)), HOUR);

        assertThat(held(BTC, NOON.plus(HOUR))).containsExactly(position(BTC, 1, null));
        assertThat(held(BTC, NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void aPositionOfAnUnknownInstrument_isRefused_andNothingOfTheVisitStored() {
        DueAccount account = learn("a");
        assertThatIllegalStateException()
                .isThrownBy(() -> census.record(
                        account,
                        NOON,
                        List.of(position(BTC, 1, null), position(InstrumentId.of("open", "SOL"), 1, null)),
                        HOUR));

        assertThat(held(BTC, NOON)).isEmpty();
        assertThat(names(NOON, 10)).containsExactly("a");
    }

    @Test
    void forget_removesWhatWasSeenBefore() {
        DueAccount account = learn("a");
        census.record(account, NOON, List.of(position(BTC, 1, null)), HOUR);
        census.record(account, NOON.plus(HOUR), List.of(position(BTC, 2, null)), HOUR);

        assertThat(census.forget(new Venue("other"), NOON.plus(HOUR))).isZero();
        assertThat(census.forget(VENUE, NOON.plus(HOUR))).isEqualTo(1);
        assertThat(census.firstSeen(BTC)).contains(NOON.plus(HOUR));
        assertThat(census.firstSeen(ETH)).isEmpty();
    }

    @Test
    void simultaneousVisits_leaveOnePositionPerAccount() {
        DueAccount account = learn("a");
        CompletableFuture.allOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() ->
                                census.record(account, NOON.plusSeconds(i), List.of(position(BTC, i, null)), HOUR)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(held(BTC, NOON.plus(HOUR))).containsExactly(position(BTC, 8, null));
    }

    private DueAccount learn(String name) {
        census.learn(VENUE, List.of(seen(name, HOUR)), NOON.minus(HOUR));
        return census.due(VENUE, NOON, 10).getFirst();
    }

    private List<String> names(Instant now, int limit) {
        return census.due(VENUE, now, limit).stream().map(DueAccount::name).toList();
    }

    private List<PublicPosition> held(InstrumentId instrument, Instant asOf) {
        return census.positions(instrument, Instant.EPOCH, asOf).stream()
                .map(SeenPosition::position)
                .toList();
    }

    private static Sighting seen(String name, Duration revisitAfter) {
        return new Sighting(name, revisitAfter);
    }

    private static PublicPosition position(InstrumentId instrument, double coins, @Nullable Double liquidationPrice) {
        return new PublicPosition(
                instrument, coins, null, MarginMode.CROSS, 10, liquidationPrice, 5_000, Math.abs(coins) * 50_000);
    }
}
