package io.liquidationmap.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/// Instances of the service that share a database, over simulated markets.
@PostgresTest
@Import({AssetWalks.class, UncalibratedModels.class, StoredInstrumentModels.class, CalibrationTaskIT.Instances.class})
class CalibrationTaskIT {

    private static final Instrument BITCOIN =
            new Instrument(InstrumentId.of("alpha", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    @Autowired
    DataSource database;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    LiquidationCompleteness completeness;

    @Autowired
    CalibrationLog log;

    @Autowired
    InstrumentModels models;

    @Autowired
    ObjectProvider<CalibrationWalk> walks;

    @Autowired
    SettableClock clock;

    private final SimulatedWorld world = new SimulatedWorld();

    @BeforeEach
    void register() {
        clock.set(SimulatedWorld.START);
        catalog.register(new KnownVenue(BITCOIN.venue(), false));
        catalog.register(BITCOIN);
        completeness.declare(BITCOIN.id(), Completeness.COMPLETE);
    }

    @Test
    void storedCalibration_isTheOneThatWasComputed() {
        trade(75);
        Instrument same = world.complete("alpha", 75);
        world.walk().walk(1000);

        instance().runAnyDueExecutions();

        assertThat(log.outcomes(BITCOIN.id())).isNotEmpty().isEqualTo(world.outcomes(same));
        assertThat(models.of(BITCOIN).knownAt(clock.instant())).isEqualTo(world.model(same, 75));
    }

    @Test
    void instances_shareTheWork_andLearnWhatIsNew() {
        trade(70);
        instance().runAnyDueExecutions();
        List<CalibrationOutcome> before = log.outcomes(BITCOIN.id());
        assertThat(before).hasSize(2);

        trade(85);
        ManualScheduler other = instance();
        other.runAnyDueExecutions();

        assertThat(log.outcomes(BITCOIN.id())).startsWith(before.toArray(CalibrationOutcome[]::new));
        assertThat(log.states(BITCOIN.id()))
                .extracting(CalibrationState::revision)
                .containsExactly(1, 1, 1, 1);
        assertThat(other.getScheduledExecutions())
                .singleElement()
                .satisfies(task -> assertThat(task.getExecutionTime())
                        .isEqualTo(clock.instant().plus(Duration.ofSeconds(30))));
    }

    @Test
    void repairedBar_isLearnedFromAgain() {
        trade(85);
        ManualScheduler instance = instance();
        instance.runAnyDueExecutions();
        Instant repaired = Instant.parse("2026-03-12T10:00:00Z");
        var bar = world.bars("alpha", 85).stream()
                .filter(candidate -> candidate.openTime().equals(repaired))
                .findFirst()
                .orElseThrow();
        history.write(
                BITCOIN.id(),
                Interval.ONE_HOUR,
                List.of(bar.toBuilder().liquidatedLongUsd(1e9).build()));

        clock.advance(Duration.ofSeconds(30));
        instance.runAnyDueExecutions();

        assertThat(log.states(BITCOIN.id()))
                .extracting(CalibrationState::revision)
                .containsExactly(1, 1, 2, 2);
        assertThat(log.outcomes(BITCOIN.id())).hasSize(6);
    }

    private void trade(int days) {
        history.write(BITCOIN.id(), Interval.ONE_HOUR, world.bars("alpha", days));
        clock.set(SimulatedWorld.START.plus(Duration.ofDays(days)));
    }

    /// One that has just been started.
    private ManualScheduler instance() {
        var schedulerClock = new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
            @Override
            public Instant now() {
                return clock.instant();
            }
        };
        var task = new CalibrationTask().calibrations(walks.getObject(), clock);
        ManualScheduler scheduler = TestHelper.createManualScheduler(database)
                .clock(schedulerClock)
                .startTasks(List.of(task))
                .build();
        scheduler.start();
        return scheduler;
    }

    /// Every instance of the service has a walk of its own.
    static class Instances {

        @Bean
        @Scope(BeanDefinition.SCOPE_PROTOTYPE)
        CalibrationWalk walk(InstrumentCatalog catalog, BarHistory history, AssetWalks walks) {
            return new CalibrationWalk(catalog, history, walks);
        }
    }
}
