package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.ForecastLog;
import io.liquidationmap.history.ForecastLog.Entry;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.Worlds;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The whole service over a real database, its scheduler at the test's command.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"liquidationmap.ingestion.enabled=false", "liquidationmap.maps.listing-age=0s"})
@FreshDatabase
@ExtendWith(EmptyTables.class)
class ForecastTasksIT {

    private static final Instant START = SimulatedHistory.START;
    private static final Interval HOUR = Interval.ONE_HOUR;
    private static final Interval FOUR_HOURS = SimulatedHistory.FOUR_HOURS;
    private static final int DAYS = 84;
    private static final Instant END = START.plus(Duration.ofDays(DAYS));
    private static final List<Bar> BARS = bars();

    /// Ten days of predictions after the warm-up, for what needs no score.
    private static final int SHORT = 24 * 50;

    private static final Instant SHORT_END = START.plus(Duration.ofHours(SHORT));

    /// The book begins with its first bar, so it is warm an hour later than the history is 40 days old.
    private static final int SHORT_HOURLY_ENTRIES = 2 * (24 * 10 - 1);

    private static int instruments;

    /// A new one for each test: what the service holds of a series outlives the emptied tables.
    private final InstrumentId instrument = InstrumentId.of("toy", "TOYUSDT-" + instruments++);

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private BarHistory history;

    @Autowired
    private IngestionJournal journal;

    @Autowired
    private LiquidationCompleteness completeness;

    @Autowired
    private LiquidationLog liquidations;

    @Autowired
    private ForecastLog log;

    @Autowired
    private LiveScores scores;

    @Autowired
    private ForecastRound round;

    @Autowired
    private DataSource database;

    @Autowired
    private SettableClock clock;

    private ManualScheduler scheduler;

    @BeforeEach
    void listInstrument() {
        clock.set(END.plus(Duration.ofMinutes(1)));
        catalog.register(new KnownVenue(instrument.venue(), true));
        catalog.register(new Instrument(instrument, "TOY", "USDT", ContractType.LINEAR));
        completeness.declare(instrument, Completeness.COMPLETE);
        scheduler = TestHelper.createManualScheduler(database)
                .startTasks(List.of(new ForecastTasks().forecastTask(round, clock)))
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                })
                .build();
    }

    @Test
    void storedHistory_isScored_bucketByBucket_asTheBacktestScoresIt() {
        store(0, SHORT);

        runAll();

        List<Entry> entries = entries(FOUR_HOURS);
        assertThat(entries).hasSize(2 * (6 * 10 - 1));
        assertThat(entries).extracting(Entry::completeness).containsOnly(Completeness.COMPLETE);
        assertThat(entries).extracting(Entry::modelVersion).containsOnly("conserved conserved-1");
        List<Forecast> backtest = backtest();
        assertThat(backtest).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Forecast forecast = backtest.get(i);
            double rounding = 1e-9 * forecast.openInterestUsd();
            assertThat(entry.bucketStart()).isEqualTo(forecast.bucketStart());
            assertThat(entry.side()).isEqualTo(forecast.side());
            assertThat(entry.realisedUsd()).isEqualTo(forecast.realisedUsd());
            assertThat(entry.predictedUsd()).isCloseTo(forecast.predictedUsd(), within(rounding));
            assertThat(entry.controlUsd()).isCloseTo(forecast.controlUsd(), within(rounding));
        }
    }

    @Test
    void bucket_isAsCompleteAsTheFeedThatWasHeardInIt() {
        store(0, SHORT);
        Instant heard = SHORT_END.minus(Duration.ofMinutes(150));
        liquidations.append(List.of(), List.of(new Coverage(instrument, heard, SHORT_END, Completeness.THROTTLED)));

        runAll();

        assertThat(entries(HOUR))
                .allSatisfy(entry -> assertThat(entry.completeness())
                        .isEqualTo(
                                entry.bucketStart().isBefore(SHORT_END.minus(Duration.ofHours(3)))
                                        ? Completeness.COMPLETE
                                        : Completeness.THROTTLED));
        assertThat(entries(HOUR)).last().extracting(Entry::completeness).isEqualTo(Completeness.THROTTLED);
    }

    @Test
    void scores_areKnown_onceThereAreEnoughBuckets() {
        store(0, BARS.size());

        runAll();

        // Scoring begins with the first month that two weeks of predictions lie before: 2026-02-01.
        assertThat(scores.upTo(clock.instant())).extracting(LiveScore::bucket).containsExactly(HOUR, FOUR_HOURS);
        LiveScore hourly = scores.upTo(clock.instant()).getFirst();
        assertThat(hourly.buckets()).isEqualTo(22 * 24);
        assertThat(hourly.leastBuckets()).isEqualTo(15 * 24);
        assertThat(hourly.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(hourly.modelVersions()).containsExactly("conserved conserved-1");
        assertThat(hourly.score()).isNotNull().satisfies(score -> {
            assertThat(score.pairs()).isEqualTo(2 * 22 * 24);
            assertThat(score.from()).isEqualTo("2026-02-01T00:00:00Z");
            assertThat(score.to()).isEqualTo(END);
            assertThat(score.skill().value()).isPositive();
            assertThat(score.controlSkill().high()).isNegative();
        });
    }

    @Test
    void scores_areUnknown_whileThereAreTooFewBuckets() {
        store(0, 24 * 70);
        clock.set(START.plus(Duration.ofDays(70)));

        runAll();

        assertThat(scores.upTo(clock.instant())).allSatisfy(score -> {
            assertThat(score.score()).isNull();
            assertThat(score.buckets()).isPositive().isLessThan(score.leastBuckets());
        });
    }

    @Test
    void newBars_areScoredInTheHourAfterThem_andOnlyThey() {
        store(0, SHORT - 4);
        clock.set(SHORT_END.minus(Duration.ofHours(4)));
        runAll();
        int before = entries(HOUR).size();
        assertThat(due()).isEqualTo(SHORT_END.minus(Duration.ofHours(3)).plus(Duration.ofMinutes(3)));
        store(SHORT - 4, SHORT);
        clock.set(SHORT_END.plus(Duration.ofMinutes(3)));

        scheduler.runAnyDueExecutions();

        assertThat(entries(HOUR)).hasSize(before + 2 * 4);
        assertThat(entries(FOUR_HOURS))
                .last()
                .satisfies(entry -> assertThat(entry.bucketStart()).isEqualTo(SHORT_END.minus(Duration.ofHours(4))));
        assertThat(due()).isEqualTo(SHORT_END.plus(Duration.ofMinutes(63)));
    }

    @Test
    void liquidationsThatArriveLate_areScored() {
        int late = 24 * 45;
        store(0, late);
        history.write(
                instrument,
                HOUR,
                BARS.subList(late, late + 48).stream()
                        .map(ForecastTasksIT::withoutLiquidations)
                        .toList());
        store(late + 48, SHORT);
        runAll();
        assertThat(entries(HOUR)).hasSize(SHORT_HOURLY_ENTRIES - 2 * 48);

        store(late, late + 48);
        clock.advance(Duration.ofHours(2));
        runAll();

        assertThat(entries(HOUR)).hasSize(SHORT_HOURLY_ENTRIES);
    }

    @Test
    void history_isNotScored_whileItIsBeingLoaded() {
        store(0, SHORT);
        journal.saveProgress(loadedFrom(START.plus(Duration.ofDays(1))));
        runAll();
        assertThat(entries(HOUR)).isEmpty();

        journal.saveProgress(loadedFrom(START));
        clock.advance(Duration.ofHours(2));
        runAll();

        assertThat(entries(HOUR)).isNotEmpty();
    }

    @Test
    void instrumentWithoutLiquidations_isPassedOver() {
        history.write(
                instrument,
                HOUR,
                BARS.subList(0, SHORT).stream()
                        .map(ForecastTasksIT::withoutLiquidations)
                        .toList());

        runAll();

        assertThat(log.extents(clock.instant())).isEmpty();
        assertThat(scores.upTo(clock.instant())).isEmpty();
        assertThat(log.progress(instrument, HOUR, HOUR))
                .hasValueSatisfying(progress -> assertThat(progress.scoredTo()).isEqualTo(SHORT_END));
    }

    private void store(int from, int to) {
        history.write(instrument, HOUR, BARS.subList(from, to));
    }

    private void runAll() {
        scheduler.start();
        for (int i = 0; i < 20; i++) {
            scheduler.runAnyDueExecutions();
        }
        assertThat(due()).isAfter(clock.instant());
    }

    private Instant due() {
        return scheduler.getScheduledExecutions().getFirst().getExecutionTime();
    }

    private List<Entry> entries(Interval bucket) {
        return log.entries(instrument, bucket, START, END);
    }

    private BackfillProgress loadedFrom(Instant from) {
        return new BackfillProgress(instrument, HOUR, START, SHORT_END, from, SHORT_END, START, SHORT_END);
    }

    private List<Forecast> backtest() {
        SimulatedHistory simulated = new SimulatedHistory(
                history.read(instrument, HOUR, START, END),
                ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true));
        return simulated.forecasts(Control.MIRRORED);
    }

    private static Bar withoutLiquidations(Bar bar) {
        return bar.toBuilder().liquidatedLongUsd(null).liquidatedShortUsd(null).build();
    }

    private static List<Bar> bars() {
        SimulatedMarket market = Worlds.ordinary(1, 1).getFirst().market(START, HOUR, LiquidationFeed.COMPLETE);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 24 * DAYS; i++) {
            bars.add(market.advance());
        }
        return bars;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(END);
        }
    }
}
