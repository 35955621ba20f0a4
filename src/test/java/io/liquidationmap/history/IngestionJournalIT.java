package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.history.IngestionJournal.SeriesJournal;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
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
class IngestionJournalIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("binance", "BTCUSDT");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    IngestionJournal journal;

    @BeforeEach
    void registerInstrument() {
        catalog.register(new KnownVenue(new Venue("binance"), false));
        catalog.register(new Instrument(BITCOIN, "BTC", "USDT", ContractType.LINEAR));
    }

    @Test
    void states_areEmpty_beforeTheFirstRun() {
        assertThat(journal.states()).isEmpty();
    }

    @Test
    void record_keepsTheLastSuccessAndTheLastFailureApart() {
        journal.record(run(Job.NEWEST_BAR, NOON, null, 0, null));
        journal.record(run(Job.NEWEST_BAR, NOON.plusSeconds(60), "timed out", 0, null));
        journal.record(run(Job.GAP_REPAIR, NOON.plusSeconds(120), null, 0, null));
        journal.record(run(Job.BACKFILL, NOON.plusSeconds(30), "refused", 0, null));

        assertThat(journal.states())
                .containsExactly(new SeriesJournal(
                        BITCOIN,
                        Interval.ONE_HOUR,
                        NOON.plusSeconds(120),
                        NOON.plusSeconds(60),
                        "timed out",
                        0,
                        null,
                        null));
    }

    @Test
    void record_addsUpRefusedRows_andKeepsTheLastReason() {
        journal.record(run(Job.NEWEST_BAR, NOON, null, 3, "low above high"));
        journal.record(run(Job.IMPORT, NOON.plusSeconds(60), "broken off", 2, "negative volume"));
        journal.record(run(Job.NEWEST_BAR, NOON.plusSeconds(120), null, 0, null));

        assertThat(journal.states()).singleElement().satisfies(state -> {
            assertThat(state.rowsRefused()).isEqualTo(5);
            assertThat(state.lastRefusal()).isEqualTo("negative volume");
        });
    }

    @Test
    void record_keepsTheLatestEnd_whenRunsArriveOutOfOrder() {
        journal.record(run(Job.NEWEST_BAR, NOON.plusSeconds(60), "new", 1, "new refusal"));
        journal.record(run(Job.NEWEST_BAR, NOON, "old", 1, "old refusal"));

        assertThat(journal.states()).singleElement().satisfies(state -> {
            assertThat(state.lastFailure()).isEqualTo(NOON.plusSeconds(60));
            assertThat(state.lastError()).isEqualTo("new");
            assertThat(state.lastRefusal()).isEqualTo("new refusal");
            assertThat(state.rowsRefused()).isEqualTo(2);
        });
    }

    @Test
    void record_losesNoCount_whenInstancesRecordAtOnce() {
        CompletableFuture<?>[] runs = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> journal.record(run(Job.IMPORT, NOON, null, 1, "bad"))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(runs).join();

        assertThat(journal.states())
                .singleElement()
                .satisfies(state -> assertThat(state.rowsRefused()).isEqualTo(20));
    }

    @Test
    void record_refusesRun_whenInstrumentIsUnknown() {
        InstrumentId unknown = InstrumentId.of("binance", "XRPUSDT");

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.record(
                        new Run(unknown, Interval.ONE_HOUR, Job.IMPORT, NOON, NOON, 0, 0, 0, null, null)))
                .withMessageContaining("binance:XRPUSDT");
    }

    @Test
    void progress_isTheOneSavedLast() {
        BackfillProgress begun = progress(Interval.FIVE_MINUTES, NOON);
        BackfillProgress moved = progress(Interval.FIVE_MINUTES, NOON.minus(Duration.ofDays(30)));
        journal.saveProgress(begun);
        journal.saveProgress(moved);

        assertThat(journal.progress(BITCOIN, Interval.FIVE_MINUTES)).contains(moved);
        assertThat(journal.progress(BITCOIN, Interval.ONE_HOUR)).isEmpty();
    }

    @Test
    void states_tellProgress_withAndWithoutARun() {
        journal.record(run(Job.BACKFILL, NOON, null, 0, null));
        BackfillProgress hourly = progress(Interval.ONE_HOUR, NOON);
        BackfillProgress fine = progress(Interval.FIVE_MINUTES, NOON);
        journal.saveProgress(hourly);
        journal.saveProgress(fine);

        List<SeriesJournal> states = journal.states();

        assertThat(states)
                .extracting(SeriesJournal::interval)
                .containsExactly(Interval.FIVE_MINUTES, Interval.ONE_HOUR);
        assertThat(states).extracting(SeriesJournal::backfill).containsExactly(fine, hourly);
        assertThat(states).extracting(SeriesJournal::lastSuccess).containsExactly(null, NOON);
    }

    private static Run run(
            Job job, Instant endedAt, @Nullable String error, long refused, @Nullable String refusalReason) {
        return new Run(
                BITCOIN,
                Interval.ONE_HOUR,
                job,
                endedAt.minusSeconds(5),
                endedAt,
                10,
                4,
                refused,
                refusalReason,
                error);
    }

    private static BackfillProgress progress(Interval interval, Instant doneFrom) {
        return new BackfillProgress(
                BITCOIN, interval, NOON.minus(Duration.ofDays(365)), NOON, doneFrom, NOON, NOON, NOON.plusSeconds(9));
    }
}
