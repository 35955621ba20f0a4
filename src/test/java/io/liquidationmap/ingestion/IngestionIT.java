package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.AssetUniverse;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.history.Retirements.Retirement;
import io.liquidationmap.history.UnavailableBars;
import io.liquidationmap.ingestion.FakeSource.Request;
import io.liquidationmap.ingestion.IngestionInstance.Stores;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class IngestionIT {

    private static final Interval FIVE_MINUTES = Interval.FIVE_MINUTES;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant FROM = NOON.minus(Duration.ofDays(2));
    private static final Instrument ETH =
            new Instrument(InstrumentId.of("fake", "ETHUSDT"), "ETH", "USDT", ContractType.LINEAR);
    private static final Instrument BTC_USDC =
            new Instrument(InstrumentId.of("fake", "BTCUSDC"), "BTC", "USDC", ContractType.LINEAR);

    @Autowired
    DataSource database;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    IngestionJournal journal;

    @Autowired
    UnavailableBars unavailable;

    @Autowired
    Retirements retirements;

    @Autowired
    AssetUniverse universe;

    @Autowired
    PositionCensus census;

    @Autowired
    SettableClock clock;

    private FakeSource venue;

    @BeforeEach
    void setTime() {
        clock.set(NOON.plusSeconds(30));
        venue = new FakeSource(clock);
    }

    @Test
    void firstStart_fillsTheWantedHistory_andFollowsTheMarket() {
        IngestionInstance instance = started();

        assertHoldsAll(FROM, NOON);
        assertThat(catalog.venues()).containsExactly(new KnownVenue(BTC.venue(), false));
        assertThat(catalog.instruments()).containsExactly(BTC);
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(5));
            instance.runAll();
        }
        assertHoldsAll(FROM, NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void restart_inTheMiddleOfABackfill_losesAndRepeatsNothing() {
        IngestionInstance first = instance(venue);
        first.start();
        for (int i = 0; i < 3; i++) {
            first.runOnce();
        }
        assertThat(journal.progress(BTC.id(), FIVE_MINUTES))
                .hasValueSatisfying(progress -> assertThat(progress.donePct()).isStrictlyBetween(0.0, 100.0));
        clock.advance(Duration.ofMinutes(30));

        IngestionInstance second = started();

        assertHoldsAll(FROM, NOON.plus(Duration.ofMinutes(30)));
        assertThat(portions()).doesNotHaveDuplicates();
        assertThat(second.scheduled()).doesNotContain("back-fill/fake:BTCUSDT");
    }

    @Test
    void crash_whileABackfillRuns_isTakenOverByAnotherInstance() {
        IngestionInstance first = instance(venue);
        first.start();
        first.runOnce();
        first.runOnce();
        new JdbcTemplate(database)
                .update(
                        "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ? "
                                + "where task_name = 'back-fill'",
                        java.sql.Timestamp.from(clock.instant()));
        IngestionInstance second = instance(venue);
        second.runAll();
        assertThat(history.series(BTC.id(), FIVE_MINUTES))
                .hasValueSatisfying(state -> assertThat(state.from()).isAfter(FROM));
        clock.advance(Duration.ofHours(1));

        second.takeOverFromTheDead();
        second.runAll();

        assertHoldsAll(FROM, NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void severalInstances_onOneDatabase_doNoWorkTwice() throws Exception {
        venue.offer = new MarketDataSource.HistoryOffer(Instant.EPOCH, 20);
        venue.listed = List.of(BTC, BTC_USDC);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> instances = List.of(
                    threads.submit(() -> runFor(instance(venue))),
                    threads.submit(() -> runFor(instance(venue))),
                    threads.submit(() -> runFor(instance(venue))));
            for (Future<?> each : instances) {
                each.get();
            }
        }
        instance(venue).runAll();

        assertHoldsAll(FROM, NOON);
        assertThat(portions()).doesNotHaveDuplicates();
    }

    @Test
    void listing_thatIsNew_isIngestedWithoutRestart_andOneThatEnds_keepsItsHistory() {
        IngestionInstance instance = started();
        venue.listed = List.of(BTC_USDC, ETH);
        clock.advance(Duration.ofHours(1));

        instance.runAll();

        assertThat(instance.scheduled())
                .contains("newest-bar/fake:BTCUSDC")
                .noneMatch(task -> task.endsWith("BTCUSDT"))
                .noneMatch(task -> task.endsWith("ETHUSDT"));
        assertThat(catalog.instruments()).containsExactly(BTC_USDC, BTC);
        assertThat(history.series()).extracting(SeriesState::instrument).contains(BTC.id(), BTC_USDC.id());
    }

    @Test
    void delisted_isRetiredThatMoment_andRevivedWhenListedAgain() {
        IngestionInstance instance = started();
        assertThat(retirements.all()).isEmpty();
        venue.listed = List.of(BTC_USDC);
        clock.advance(Duration.ofHours(1));
        Instant delistedAt = clock.instant();
        instance.runAll();
        venue.listed = List.of(BTC, BTC_USDC);
        clock.advance(Duration.ofHours(1));

        instance.runAll();

        assertThat(retirements.all()).containsExactly(new Retirement(BTC.id(), delistedAt, clock.instant()));
        assertHoldsAll(FROM, NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void rename_losesNothing_andMultiplesOfACoinShareItsAxis() {
        Instrument single = instrument("PEPEUSDT", "PEPE");
        Instrument thousand = instrument("1000PEPEUSDT", "1000PEPE");
        venue.listed = List.of(single);
        IngestionInstance instance = instance(List.of("1000PEPE"), venue);
        instance.start();
        instance.runAll();
        venue.listed = List.of(thousand);
        clock.advance(Duration.ofHours(1));

        instance.runAll();

        assertThat(catalog.instruments())
                .containsExactly(new Instrument(thousand.id(), "PEPE", "USDT", ContractType.LINEAR), single);
        assertThat(history.series(single.id(), FIVE_MINUTES).orElseThrow().from())
                .isEqualTo(FROM);
        Instant last = NOON.plus(Duration.ofMinutes(55));
        BarSeries renamed = history.read(thousand.id(), FIVE_MINUTES, last, last.plusSeconds(300));
        Bar listed = FakeSource.bar(last);
        assertThat(renamed.close(0)).isEqualTo(listed.price().close() / 1000);
        assertThat(renamed.openInterest(0)).isEqualTo(Objects.requireNonNull(listed.openInterest()) * 1000);
        assertThat(retirements.all()).extracting(Retirement::instrument).containsExactly(single.id());
    }

    @Test
    void theLargest_areIngestedFromTheFirstStartOn_andFollowedWithoutRestart() {
        FakeSource other = new FakeSource(clock, new Venue("other"));
        other.listed = List.of(new Instrument(InstrumentId.of("other", "SOL-PERP"), "SOL", "USD", ContractType.LINEAR));
        other.openInterestUsd = Map.of("SOL-PERP", 50.0);
        venue.listed = List.of(BTC, ETH, instrument("SOLUSDT", "SOL"), instrument("XRPUSDT", "XRP"));
        venue.openInterestUsd = Map.of("BTCUSDT", 100.0, "ETHUSDT", 80.0, "SOLUSDT", 40.0, "XRPUSDT", 10.0);
        IngestionInstance instance = instance(List.of("top:2"), venue, other);
        instance.start();
        instance.runAll();

        assertThat(polled(instance)).containsExactly("fake:BTCUSDT", "fake:SOLUSDT", "other:SOL-PERP");

        // Ethereum comes in; Solana is third, which is near enough to stay.
        venue.openInterestUsd = Map.of("BTCUSDT", 100.0, "ETHUSDT", 95.0, "SOLUSDT", 40.0, "XRPUSDT", 10.0);
        clock.advance(Duration.ofHours(1));
        instance.runAll();
        assertThat(polled(instance)).containsExactly("fake:BTCUSDT", "fake:ETHUSDT", "fake:SOLUSDT", "other:SOL-PERP");
        assertThat(history.series(ETH.id(), FIVE_MINUTES).orElseThrow().from())
                .isEqualTo(FROM.plus(Duration.ofHours(1)));

        // Now it is fourth. What it was is kept.
        venue.openInterestUsd = Map.of("BTCUSDT", 100.0, "ETHUSDT", 95.0, "SOLUSDT", 1.0, "XRPUSDT", 90.0);
        other.openInterestUsd = Map.of("SOL-PERP", 1.0);
        clock.advance(Duration.ofHours(1));
        instance.runAll();
        assertThat(polled(instance)).containsExactly("fake:BTCUSDT", "fake:ETHUSDT");
        assertThat(retirements.all())
                .extracting(Retirement::instrument)
                .containsExactly(InstrumentId.of("fake", "SOLUSDT"), InstrumentId.of("other", "SOL-PERP"));
    }

    @Test
    void theLargest_stayWhatTheyWere_whileAVenueDoesNotSay() {
        venue.listed = List.of(BTC, ETH);
        venue.openInterestUsd = Map.of("BTCUSDT", 100.0, "ETHUSDT", 80.0);
        IngestionInstance instance = instance(List.of("top:1"), venue);
        instance.start();
        instance.runAll();
        venue.failure = new VenueUnavailableException("answered 503", null, null);

        clock.advance(Duration.ofHours(1));
        instance.runOnce();

        assertThat(universe.members()).containsExactly("BTC");
        assertThat(polled(instance)).containsExactly("fake:BTCUSDT");
    }

    @Test
    void theLargest_areLookedForAgain_whenNoVenueEverSaid() {
        IngestionInstance instance = instance(List.of("top:1"), venue);
        instance.start();
        instance.runOnce();

        assertThat(universe.members()).isEmpty();
        assertThat(instance.due("largest-assets/largest-assets"))
                .isEqualTo(clock.instant().plusSeconds(5));
    }

    @Test
    void maintenance_leavesNoHole_whetherTheVenueSaysSoOrServesNothing() {
        IngestionInstance instance = started();
        venue.failure = new VenueUnavailableException("answered 503 (system maintenance)", null, null);
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(5));
            instance.runAll();
        }
        venue.failure = null;
        Instant silent = NOON.plus(Duration.ofHours(1));
        for (int i = 0; i < 12; i++) {
            venue.missing.add(silent.plus(Duration.ofMinutes(5L * i)));
            clock.advance(Duration.ofMinutes(5));
            instance.runAll();
        }
        venue.missing.clear();
        clock.advance(Duration.ofMinutes(20));
        instance.runAll();

        assertHoldsAll(FROM, NOON.plus(Duration.ofMinutes(140)));
        assertThat(status(instance, "BTCUSDT").missingBars()).isZero();
    }

    @Test
    void barsThatNeverWere_areMissedForDays_butNotForEver() {
        venue.missing.add(NOON.minus(Duration.ofHours(1)));
        venue.missing.add(NOON.minus(Duration.ofHours(2)));
        IngestionInstance instance = started();
        assertThat(status(instance, "BTCUSDT").missingBars()).isEqualTo(2);

        for (int i = 0; i < 13; i++) {
            clock.advance(Duration.ofHours(6));
            instance.runAll();
        }

        assertThat(status(instance, "BTCUSDT").missingBars()).isZero();
        assertThat(unavailable.missingBars(FIVE_MINUTES)).containsExactly(Map.entry(BTC.id(), 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe"})
    void monthsEnd_andClocksChange_withoutABarBeingLost(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            for (String day : List.of("2026-03-08", "2026-03-29", "2026-04-01", "2026-10-04", "2026-11-01")) {
                Instant midnight = Instant.parse(day + "T00:00:00Z");
                clock.set(midnight.plus(Duration.ofHours(20)).plusSeconds(30));
                IngestionInstance instance = started();
                for (int i = 0; i < 6; i++) {
                    clock.advance(Duration.ofHours(1));
                    instance.runAll();
                }
                assertHoldsAll(midnight, midnight.plus(Duration.ofHours(26)));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void listing_thatIsEmpty_isNotBelieved() {
        IngestionInstance instance = started();
        venue.listed = List.of();
        clock.advance(Duration.ofHours(1));

        instance.runAll();

        assertThat(instance.scheduled()).contains("newest-bar/fake:BTCUSDT");
        assertThat(instance.due("discovery/fake")).isEqualTo(clock.instant().plusSeconds(5));
    }

    @Test
    void venueThatFails_costsOnlyItsOwnFreshness_andOneLine(CapturedOutput output) {
        FakeSource other = new FakeSource(clock, new Venue("other"));
        other.listed =
                List.of(new Instrument(InstrumentId.of("other", "BTC-PERP"), "BTC", "USD", ContractType.INVERSE));
        IngestionInstance instance = instance(venue, other);
        instance.start();
        instance.runAll();
        other.failure = new VenueUnavailableException("gave no answer", null, null);

        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(5));
            instance.runAll();
        }

        assertHoldsAll(FROM, NOON.plus(Duration.ofHours(1)));
        assertThat(status(instance, "BTC-PERP").lag())
                .isEqualTo(Duration.ofMinutes(60).plusSeconds(30));
        assertThat(status(instance, "BTC-PERP").lastError()).isEqualTo("gave no answer");
        assertThat(instance.status.venues())
                .extracting(IngestionStatus.VenueStatus::reachable)
                .containsExactly(true, false);
        assertThat(output.getOut().lines().filter(line -> line.contains("gave no answer")))
                .hasSize(1);
        assertThat(output).doesNotContain("\tat io.liquidationmap");

        other.failure = null;
        clock.advance(Duration.ofMinutes(20));
        instance.runAll();
        assertThat(status(instance, "BTC-PERP").missingBars()).isZero();
        assertThat(status(instance, "BTC-PERP").lag()).isEqualTo(Duration.ofSeconds(30));
        assertThat(output).contains("other answers again");
    }

    @Test
    void venueThatAsksToWait_isNotAskedBefore() {
        IngestionInstance instance = started();
        venue.failure = new VenueUnavailableException("answered 429", Duration.ofMinutes(20), null);
        clock.advance(Duration.ofMinutes(5));
        instance.runAll();

        Instant waitsUntil = clock.instant().plus(Duration.ofMinutes(20));
        assertThat(instance.due("newest-bar/fake:BTCUSDT")).isBetween(waitsUntil, waitsUntil.plusSeconds(2));
        assertThat(instance.status.venues().getFirst().blockedUntil()).isEqualTo(waitsUntil);
    }

    @Test
    void whatWasPutOff_leavesTheFirstSecondsOfABarToTheNewestBars() {
        IngestionInstance instance = started();
        Instant end = NOON.plus(Duration.ofMinutes(20));
        clock.set(end.minusSeconds(20));
        venue.failure = new VenueBusyException("used up", Duration.ofSeconds(20));

        instance.runAll();

        assertThat(instance.due("newest-bar/fake:BTCUSDT")).isBetween(end, end.plusSeconds(2));
        assertThat(instance.due("recent-gaps/fake:BTCUSDT")).isBetween(end.plusSeconds(15), end.plusSeconds(25));
    }

    @Test
    void aBackfill_leavesTheFirstSecondsOfABarToTheNewestBars() {
        clock.set(NOON.plusSeconds(1));
        IngestionInstance instance = started();

        assertThat(journal.progress(BTC.id(), FIVE_MINUTES))
                .hasValueSatisfying(progress -> assertThat(progress.donePct()).isStrictlyBetween(0.0, 100.0));
        Instant due = instance.due("back-fill/fake:BTCUSDT");
        assertThat(due).isBetween(NOON.plusSeconds(16), NOON.plusSeconds(30));

        clock.set(due);
        instance.runAll();
        assertHoldsAll(FROM, NOON);
    }

    @Test
    void failure_isRetriedEverLater_butWithinOneBar() {
        IngestionInstance instance = started();
        venue.failure = new IllegalStateException("broken adapter");
        clock.advance(Duration.ofMinutes(5));
        Instant failedAt = clock.instant();

        instance.runOnce();
        assertThat(instance.due("newest-bar/fake:BTCUSDT")).isEqualTo(failedAt.plusSeconds(5));
        for (int i = 0; i < 10; i++) {
            clock.set(instance.due("newest-bar/fake:BTCUSDT"));
            instance.runOnce();
        }

        assertThat(instance.due("newest-bar/fake:BTCUSDT"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(status(instance, "BTCUSDT").lastError()).contains("broken adapter");
    }

    @Test
    void instanceOfADisabledVenue_endsItsTasks() {
        started();
        clock.advance(Duration.ofMinutes(5));

        IngestionInstance without = instance();
        without.runAll();

        assertThat(without.scheduled()).noneMatch(task -> task.startsWith("newest-bar"));
    }

    @Test
    void marginSchedules_areKept() {
        MarginSchedule schedule =
                MarginSchedule.ofSteps(List.of(new Step(1e6, 0.005, 100)), 0, "fake", LocalDate.of(2026, 3, 2));
        venue.margins = schedule;

        started();

        assertThat(catalog.marginSchedule(BTC.id(), clock.instant())).contains(schedule);
    }

    @Test
    void marginSchedules_ofAnEarlierDay_doNotReplaceLaterOnes() {
        List<Step> steps = List.of(new Step(1e6, 0.005, 100));
        MarginSchedule current = MarginSchedule.ofSteps(steps, 0, "the venue", LocalDate.of(2026, 3, 2));
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(BTC);
        catalog.record(BTC.id(), current, clock.instant().minus(Duration.ofDays(1)));
        venue.margins = MarginSchedule.ofSteps(steps, 0, "built-in table", LocalDate.of(2026, 3, 1));

        started();

        assertThat(catalog.marginSchedule(BTC.id(), clock.instant())).contains(current);
    }

    @Test
    void marginTiers_thatCannotBeTrue_leaveThoseKnownBefore_andAreCounted() {
        MarginSchedule schedule =
                MarginSchedule.ofSteps(List.of(new Step(1e6, 0.005, 100)), 0, "fake", LocalDate.of(2026, 3, 2));
        venue.margins = schedule;
        IngestionInstance instance = started();
        venue.marginsFailure = new IllegalArgumentException("a maintenance margin rate must lie between 0 and 1");
        clock.advance(Duration.ofDays(1));

        instance.runAll();
        clock.advance(Duration.ofDays(1));
        instance.runAll();

        assertThat(catalog.marginSchedule(BTC.id(), clock.instant())).contains(schedule);
        assertRefused(instance, 2, "margin tiers of BTCUSDT: a maintenance margin rate must lie between 0 and 1");
    }

    @Test
    void listing_thatIsOtherThanWhatIsStored_costsOnlyItself_andIsCounted() {
        Instrument ether = instrument("ETHUSDT", "ETH");
        venue.listed = List.of(BTC, ether);
        IngestionInstance instance = instance(List.of("BTC", "ETH"), venue);
        instance.start();
        instance.runAll();
        venue.listed = List.of(BTC, new Instrument(ether.id(), "BTC", "USDT", ContractType.LINEAR));
        clock.advance(Duration.ofHours(1));

        instance.runAll();

        assertThat(catalog.instruments()).containsExactly(BTC, ether);
        assertThat(instance.scheduled()).contains("newest-bar/fake:BTCUSDT");
        assertRefused(instance, 1, "listing of ETHUSDT: it is listed otherwise than it is stored: ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void openInterest_thatCannotBe_countsForNoRank_andIsCounted(double usd) {
        venue.listed = List.of(BTC, instrument("ETHUSDT", "ETH"));
        venue.openInterestUsd = Map.of("BTCUSDT", 5e9, "ETHUSDT", usd);
        IngestionInstance instance = instance(List.of("top:1"), venue);
        instance.start();

        instance.runAll();

        assertThat(universe.members()).containsExactly("BTC");
        assertRefused(instance, 1, "open interest of ETHUSDT: it cannot be " + usd + " US dollars");
    }

    private void assertRefused(IngestionInstance instance, long rows, String reason) {
        assertThat(instance.status.venues()).singleElement().satisfies(status -> {
            assertThat(status.rowsRefused()).isEqualTo(rows);
            assertThat(status.lastRefusal()).startsWith(reason);
            assertThat(status.lastRefusalAt()).isEqualTo(clock.instant());
            assertThat(status.reachable()).isTrue();
            assertThat(status.lastError()).isNull();
        });
        assertThat(instance.registry
                        .counter("liquidationmap.ingestion.venue.rows.refused", "venue", "fake")
                        .count())
                .isEqualTo((double) rows);
    }

    @Test
    void status_tellsOfEverySeries() {
        IngestionInstance instance = instance(venue);
        instance.start();
        instance.runOnce();
        instance.runOnce();

        SeriesStatus begun = status(instance, "BTCUSDT");
        assertThat(begun.backfillPct()).isStrictlyBetween(0.0, 100.0);
        instance.runAll();
        SeriesStatus done = status(instance, "BTCUSDT");
        assertThat(done.backfillPct()).isEqualTo(100);
        assertThat(done.backfillLeft()).isNull();
        assertThat(done.firstBar()).isEqualTo(FROM);
        assertThat(done.lastBarEnd()).isEqualTo(NOON);
        assertThat(done.lag()).isEqualTo(Duration.ofSeconds(30));
        assertThat(done.bars()).isEqualTo(576);
        assertThat(done.missingBars()).isZero();
        assertThat(done.rowsRefused()).isZero();
        assertThat(done.lastError()).isNull();
    }

    private IngestionInstance started() {
        IngestionInstance instance = instance(venue);
        instance.start();
        instance.runAll();
        return instance;
    }

    private IngestionInstance instance(FakeSource... sources) {
        return instance(List.of("BTC"), sources);
    }

    private IngestionInstance instance(List<String> assets, FakeSource... sources) {
        return new IngestionInstance(
                new Stores(database, catalog, history, journal, unavailable, retirements, universe, census),
                assets,
                clock,
                sources);
    }

    private static Instrument instrument(String symbol, String base) {
        return new Instrument(InstrumentId.of("fake", symbol), base, "USDT", ContractType.LINEAR);
    }

    /// What is asked for its newest bars.
    private static List<String> polled(IngestionInstance instance) {
        return instance.scheduled().stream()
                .filter(task -> task.startsWith("newest-bar/"))
                .map(task -> task.substring("newest-bar/".length()))
                .toList();
    }

    private static void runFor(IngestionInstance instance) {
        instance.start();
        for (int i = 0; i < 60; i++) {
            instance.runOnce();
        }
    }

    /// The requests made by the back-fill: those are longer than what the newest bars need.
    private List<Request> portions() {
        return venue.requests.stream()
                .filter(request ->
                        Duration.between(request.from(), request.to()).compareTo(Duration.ofMinutes(15)) > 0)
                .toList();
    }

    private static SeriesStatus status(IngestionInstance instance, String symbol) {
        return instance.status.series().stream()
                .filter(status -> status.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private void assertHoldsAll(Instant from, Instant to) {
        BarSeries stored = history.read(BTC.id(), FIVE_MINUTES, from, to);
        assertThat(stored.size()).isEqualTo((int) FIVE_MINUTES.barsBetween(from, to));
        for (int i = 0; i < stored.size(); i++) {
            Bar expected = FakeSource.bar(from.plus(FIVE_MINUTES.duration().multipliedBy(i)));
            assertThat(stored.openTimeMs(i)).isEqualTo(expected.openTime().toEpochMilli());
            assertThat(stored.close(i)).isEqualTo(expected.price().close());
            assertThat(stored.openInterest(i)).isEqualTo(expected.openInterest());
        }
    }
}
