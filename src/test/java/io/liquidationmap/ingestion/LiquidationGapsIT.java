package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class LiquidationGapsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    LiquidationLog log;

    @Autowired
    SettableClock clock;

    private final Memory memory = new Memory();
    private InMemoryJournal journal;
    private LiquidationGaps gaps;
    private FakeSource source;

    @BeforeEach
    void begin() {
        clock.set(NOON);
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(BTC);
        IngestionWorld world = new IngestionWorld("2026-03-02T12:00:00Z");
        journal = world.journal;
        gaps = new LiquidationGaps(log, journal, world.metrics, world.properties, clock);
        source = new FakeSource(clock);
        source.pastLiquidations = memory;
    }

    @Test
    void timeInWhichNobodyListened_isAskedFor_andWhatWasHeardAlreadyCountsOnce() {
        Instant listened = NOON.minusSeconds(2400);
        log.append(
                List.of(memory.every(600).get(1), memory.every(600).get(2)),
                List.of(new Coverage(BTC.id(), listened, listened.plusSeconds(600), Completeness.THROTTLED)));

        assertThat(gaps.run(source, BTC)).contains(NOON.plus(Duration.ofMinutes(15)));

        assertThat(memory.asked)
                .containsExactly(
                        NOON.minusSeconds(3600) + " " + listened,
                        listened.plusSeconds(600) + " " + NOON.minusSeconds(120));
        assertThat(log.events(BTC.id(), NOON.minusSeconds(7200), NOON))
                .extracting(Liquidation::coins)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(log.coverage(BTC.id(), NOON.minusSeconds(7200), NOON))
                .extracting(Coverage::from, Coverage::to)
                .containsExactly(tuple(NOON.minusSeconds(3600), NOON.minusSeconds(120)));
    }

    @Test
    void nothingIsAskedTwice() {
        gaps.run(source, BTC);
        gaps.run(source, BTC);
        assertThat(memory.asked).hasSize(1);
    }

    @Test
    void whatAVenueHasForgotten_staysAGap() {
        memory.since = NOON.minusSeconds(1800);

        gaps.run(source, BTC);

        assertThat(log.coverage(BTC.id(), NOON.minusSeconds(7200), NOON))
                .extracting(Coverage::from, Coverage::to)
                .containsExactly(tuple(NOON.minusSeconds(1800), NOON.minusSeconds(120)));
    }

    @Test
    void whereAVenueHasForgottenEverything_nothingIsCovered() {
        memory.since = NOON;

        gaps.run(source, BTC);

        assertThat(log.coverage(BTC.id(), NOON.minusSeconds(7200), NOON)).isEmpty();
    }

    @Test
    void rowThatCannotBe_costsItsMoment_andIsSeen() {
        Instant refused = NOON.minusSeconds(1800);
        memory.refusals = List.of(new Refusal(refused, "no side of an order: sideways"));

        gaps.run(source, BTC);

        assertThat(log.events(BTC.id(), NOON.minusSeconds(7200), NOON)).hasSize(6);
        assertThat(log.coverage(BTC.id(), NOON.minusSeconds(7200), NOON))
                .extracting(Coverage::from, Coverage::to)
                .containsExactly(
                        tuple(NOON.minusSeconds(3600), refused), tuple(refused.plusMillis(1), NOON.minusSeconds(120)));
        assertThat(journal.runs).singleElement().satisfies(run -> {
            assertThat(run.error()).isNull();
            assertThat(run.refused()).isEqualTo(1);
            assertThat(run.refusalReason())
                    .isEqualTo("liquidation of 2026-03-02T11:30:00Z: no side of an order: sideways");
        });
    }

    @Test
    void venueThatFails_leavesTheGapAGap() {
        memory.failure = new VenueUnavailableException("maintenance", null, null);

        assertThatThrownBy(() -> gaps.run(source, BTC)).isSameAs(memory.failure);

        assertThat(log.coverage(BTC.id(), NOON.minusSeconds(7200), NOON)).isEmpty();
    }

    @Test
    void venueThatCannotBeAsked_isNotAskedAgain() {
        source.pastLiquidations = null;
        assertThat(gaps.run(source, BTC)).isEmpty();
    }

    /// A venue that remembers an hour: so many coins were liquidated every ten minutes, one more each time.
    private static final class Memory implements PastLiquidations {

        private final List<String> asked = new ArrayList<>();
        private @Nullable VenueUnavailableException failure;
        private Instant since = Instant.MIN;
        private List<Refusal> refusals = List.of();

        @Override
        public Duration reach() {
            return Duration.ofHours(1);
        }

        @Override
        public Completeness completeness() {
            return Completeness.THROTTLED;
        }

        @Override
        public Remembered between(Instrument instrument, Instant from, Instant to) {
            if (failure != null) {
                throw failure;
            }
            asked.add(from + " " + to);
            Instant known = since.isAfter(from) ? since : from;
            return new Remembered(
                    every(600).stream()
                            .filter(event -> !event.time().isBefore(known)
                                    && event.time().isBefore(to))
                            .toList(),
                    known,
                    refusals);
        }

        List<Liquidation> every(int seconds) {
            return IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> Liquidation.ofCoins(
                            BTC.id(), NOON.minusSeconds(3600).plusSeconds((long) seconds * i - 300), Side.LONG, 100, i))
                    .toList();
        }
    }
}
