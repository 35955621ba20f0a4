package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.FakeSource.Request;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewestBarTest {

    private static final Instant LAST_OPEN = Instant.parse("2026-03-01T11:55:00Z");
    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

    /// Of bitcoin, as of every coin, within the first fifth of a second.
    private static final Duration TURN = Duration.ofMillis(97);

    private final IngestionWorld world = new IngestionWorld("2026-03-01T12:00:05Z");

    @Test
    void run_storesTheBarThatHasJustEnded() {
        world.newestBar().run(world.source, BTC);

        assertThat(world.holdsAll(LAST_OPEN, END)).isTrue();
    }

    @Test
    void run_isDueAgainAfterTheNextBar() {
        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:05:05Z"));
    }

    @Test
    void contractsOfACoin_areDueTogether_andOneCoinAfterTheOther() {
        Instrument inverse = new Instrument(InstrumentId.of("fake", "BTCUSD"), "BTC", "USD", ContractType.INVERSE);
        Instrument ether = new Instrument(InstrumentId.of("fake", "ETHUSDT"), "ETH", "USDT", ContractType.LINEAR);
        Optional<Instant> due = world.newestBar().run(world.source, BTC);

        assertThat(world.newestBar().run(world.source, inverse)).isEqualTo(due);
        assertThat(world.newestBar().run(world.source, ether)).isNotEqualTo(due);
    }

    @Test
    void run_leavesABarThatHasOnlyJustEnded_toItself() {
        world.clock.set(Instant.parse("2026-03-01T12:00:04Z"));

        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:00:05Z"));
        assertThat(world.stored(LAST_OPEN, END).isEmpty()).isTrue();
    }

    @Test
    void run_catchesUpWithEverythingMissed() {
        world.newestBar().run(world.source, BTC);
        world.clock.advance(Duration.ofHours(2));

        world.newestBar().run(world.source, BTC);

        assertThat(world.holdsAll(LAST_OPEN, END.plus(Duration.ofHours(2)))).isTrue();
    }

    @Test
    void run_asksForNoMoreThanAPortion() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 10);
        world.newestBar().run(world.source, BTC);
        world.clock.advance(Duration.ofDays(3));

        world.newestBar().run(world.source, BTC);

        Instant end = Instant.parse("2026-03-04T12:00:00Z");
        assertThat(world.source.requests.getLast())
                .isEqualTo(new Request("BTCUSDT", end.minus(Duration.ofMinutes(50)), end));
    }

    @Test
    void run_askAgainSoon_whenTheVenueHasNotPublishedTheBar() {
        world.source.missing.add(LAST_OPEN);

        assertThat(world.newestBar().run(world.source, BTC)).contains(Instant.parse("2026-03-01T12:00:10Z"));

        world.clock.set(Instant.parse("2026-03-01T12:02:31Z"));
        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:05:05Z"));
    }

    @Test
    void run_takesNoBarBeforeItEndsAtTheVenue_andMissesNone_whenOurClockIsAhead() {
        world.source.lead = Duration.ofMinutes(-3);
        Instant openAtTheVenue = Instant.parse("2026-03-01T11:55:00Z");

        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:03:05Z"));
        assertThat(world.stored(openAtTheVenue, END).isEmpty()).isTrue();

        world.clock.set(Instant.parse("2026-03-01T12:03:05Z"));
        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:08:05Z"));
        assertThat(world.holdsAll(openAtTheVenue, END)).isTrue();
        assertThat(world.journal.runs)
                .allSatisfy(run -> assertThat(run.refused()).isZero());
    }

    @Test
    void run_takesABarThatHasEndedAtTheVenue_whenOurClockIsBehind() {
        world.source.lead = Duration.ofMinutes(3);
        world.clock.set(Instant.parse("2026-03-01T11:57:05Z"));

        assertThat(world.newestBar().run(world.source, BTC)).contains(turn("2026-03-01T12:02:05Z"));

        assertThat(world.holdsAll(LAST_OPEN, END)).isTrue();
        assertThat(world.journal.runs)
                .allSatisfy(run -> assertThat(run.refused()).isZero());
    }

    @Test
    void run_refusesAnOpenBar_whenTheAnswerItselfTellsThatOurClockIsAhead() {
        world.source.onBars = () -> world.source.lead = Duration.ofMinutes(-3);

        world.newestBar().run(world.source, BTC);

        assertThat(world.stored(LAST_OPEN, END).isEmpty()).isTrue();
        assertThat(world.journal.runs)
                .singleElement()
                .satisfies(run -> assertThat(run.refusalReason()).endsWith("has not ended yet"));
    }

    @Test
    void run_takesPresentOpenInterest_whileTheBarHasOnlyJustEnded() {
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:04Z"), 90_020);

        world.newestBar().run(world.source, BTC);

        assertThat(openInterest()).isEqualTo(90_020);
    }

    @Test
    void run_doesNotTakePresentOpenInterest_whenTheBarEndedLongAgo() {
        world.clock.set(Instant.parse("2026-03-01T12:00:31Z"));
        world.source.withoutOpenInterest.add(LAST_OPEN);

        world.newestBar().run(world.source, BTC);

        assertThat(openInterest()).isNaN();
    }

    @Test
    void run_doesNotTakeStaleOpenInterest() {
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T11:58:00Z"), 90_020);

        world.newestBar().run(world.source, BTC);

        assertThat(openInterest()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:59:59.999Z,false",
        "2026-03-01T12:00:00Z,true",
        "2026-03-01T12:00:15Z,true",
        "2026-03-01T12:00:15.001Z,false"
    })
    void run_takesASampleForTheEnd_onlyJustAfterIt(Instant sampledAt, boolean taken) {
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.current = new OpenInterest(sampledAt, 90_020);

        world.newestBar().run(world.source, BTC);

        assertThat(openInterest()).isEqualTo(Double.valueOf(taken ? 90_020 : Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.POSITIVE_INFINITY, Double.NaN})
    void run_refusesPresentOpenInterestThatCannotBe_andKeepsTheBar(double coins) {
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:04Z"), coins);

        world.newestBar().run(world.source, BTC);

        assertThat(openInterest()).isNaN();
        assertThat(world.stored(LAST_OPEN, END).size()).isEqualTo(1);
        assertThat(world.journal.states()).singleElement().satisfies(state -> {
            assertThat(state.rowsRefused()).isEqualTo(1);
            assertThat(state.lastRefusal()).isEqualTo("bar of 2026-03-01T11:55:00Z: present open interest is " + coins);
        });
    }

    @Test
    void run_keepsNoSampleThatCannotBe() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 100, null);
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:05Z"), -1);
        NewestBar newestBar = world.newestBar();
        newestBar.run(world.source, BTC);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:09Z"), 90_020);
        world.clock.set(Instant.parse("2026-03-01T12:00:09Z"));

        newestBar.run(world.source, BTC);

        assertThat(openInterest()).isEqualTo(90_020);
    }

    @Test
    void run_keepsTheSampleOfTheEnd_untilTheBarIsPublished() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 100, null);
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.missing.add(LAST_OPEN);
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:05Z"), 90_020);
        NewestBar newestBar = world.newestBar();

        newestBar.run(world.source, BTC);
        world.source.missing.clear();
        world.source.current = new OpenInterest(Instant.parse("2026-03-01T12:00:35Z"), 80_000);
        world.clock.set(Instant.parse("2026-03-01T12:00:35Z"));
        newestBar.run(world.source, BTC);

        assertThat(openInterest()).isEqualTo(90_020);
    }

    @Test
    void run_keepsTheSampleOfTheEnd_untilTheVenueHasTimeForTheRest() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 100, null);
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.source.barsFailure = new VenueBusyException("too many ratios are asked for", Duration.ofSeconds(20));
        NewestBar newestBar = world.newestBar();

        assertThatThrownBy(() -> newestBar.run(world.source, BTC)).isInstanceOf(VenueBusyException.class);
        world.source.barsFailure = null;
        world.clock.set(Instant.parse("2026-03-01T12:00:25Z"));
        newestBar.run(world.source, BTC);

        assertThat(openInterest()).isEqualTo(90_000);
    }

    @Test
    void run_doesNotUseTheSampleOfOneEnd_forTheNext() {
        world.source.offer = new HistoryOffer(Instant.EPOCH, 100, null);
        world.source.withoutOpenInterest.add(END);
        NewestBar newestBar = world.newestBar();
        newestBar.run(world.source, BTC);
        world.clock.set(Instant.parse("2026-03-01T12:05:40Z"));

        newestBar.run(world.source, BTC);

        assertThat(world.stored(END, END.plusSeconds(300)).openInterest(0)).isNaN();
    }

    @Test
    void run_completesLateOpenInterest_nextTime() {
        world.clock.set(Instant.parse("2026-03-01T12:00:40Z"));
        world.source.withoutOpenInterest.add(LAST_OPEN);
        world.newestBar().run(world.source, BTC);
        world.source.withoutOpenInterest.clear();
        world.clock.set(Instant.parse("2026-03-01T12:05:05Z"));

        world.newestBar().run(world.source, BTC);

        assertThat(world.holdsAll(LAST_OPEN, END)).isTrue();
    }

    @Test
    void run_journalsTheReason_whenTheVenueFails() {
        world.source.failure = new VenueUnavailableException("no route", null, null);

        assertThatThrownBy(() -> world.newestBar().run(world.source, BTC))
                .isInstanceOf(VenueUnavailableException.class);

        assertThat(world.journal.runs).singleElement().satisfies(run -> {
            assertThat(run.error()).isEqualTo("no route");
            assertThat(run.written()).isZero();
        });
    }

    @Test
    void run_journalsNothing_whenOnlyTheBudgetIsSpent() {
        world.source.failure = new VenueBusyException("budget is used up", Duration.ofSeconds(20));

        assertThatThrownBy(() -> world.newestBar().run(world.source, BTC)).isInstanceOf(VenueBusyException.class);

        assertThat(world.journal.runs).isEmpty();
    }

    @Test
    void run_countsWhatItDid() {
        world.newestBar().run(world.source, BTC);
        world.clock.advance(Duration.ofSeconds(30));

        assertThat(world.registry
                        .counter("liquidationmap.ingestion.rows.written", "venue", "fake")
                        .count())
                .isEqualTo(2);
        assertThat(world.registry.get("liquidationmap.ingestion.lag").gauge().value())
                .isEqualTo(35);
    }

    private double openInterest() {
        return world.stored(LAST_OPEN, END).openInterest(0);
    }

    private static Instant turn(String at) {
        return Instant.parse(at).plus(TURN);
    }
}
