package io.liquidationmap.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CalibrationWalkTest {

    private static final int DAYS = 100;

    private final SimulatedWorld world = new SimulatedWorld();

    @Test
    void walk_learnsWhenThereIsEnoughHistory_andThenEveryMonday() {
        Instrument instrument = world.complete("alpha", DAYS);

        assertThat(world.walk().walk(1000)).isTrue();

        assertThat(world.states(instrument))
                .extracting(CalibrationState::knownFrom)
                .containsExactly(
                        Instant.parse("2026-03-02T01:00:00Z"),
                        Instant.parse("2026-03-09T00:00:00Z"),
                        Instant.parse("2026-03-16T00:00:00Z"),
                        Instant.parse("2026-03-23T00:00:00Z"),
                        Instant.parse("2026-03-30T00:00:00Z"),
                        Instant.parse("2026-04-06T00:00:00Z"));
        assertThat(world.states(instrument)).allSatisfy(state -> {
            assertThat(state.evidence()).isEqualTo("complete");
            assertThat(state.revision()).isEqualTo(1);
        });
    }

    @Test
    void laterBars_changeNothingThatWasKnownBefore() {
        Instrument instrument = world.complete("alpha", DAYS);
        world.walk().walk(1000);
        List<CalibrationOutcome> before = world.outcomes(instrument);
        InstrumentModel known = world.model(instrument, DAYS);

        world.trade(instrument, DAYS + 15);
        world.walk().walk(1000);

        assertThat(world.outcomes(instrument)).startsWith(before.toArray(CalibrationOutcome[]::new));
        assertThat(world.outcomes(instrument)).hasSize(before.size() + 2);
        assertThat(world.model(instrument, DAYS)).isEqualTo(known);
        assertThat(world.model(instrument, DAYS + 15)).isNotEqualTo(known);
    }

    @Test
    void calibration_keepsTheTiersItWasMadeWith() {
        Instrument instrument = world.complete("alpha", DAYS);
        Instant monday = Instant.parse("2026-04-06T00:00:00Z");
        MarginSchedule first = tiers(LocalDate.of(2026, 1, 1));
        MarginSchedule second = tiers(LocalDate.of(2026, 4, 1));
        MarginSchedule third = tiers(LocalDate.of(2026, 4, 8));
        world.catalog.record(instrument.id(), first, SimulatedWorld.START);
        world.catalog.record(instrument.id(), second, monday.minus(Duration.ofDays(5)));
        world.catalog.record(instrument.id(), third, monday.plus(Duration.ofDays(2)));
        world.walk().walk(1000);

        ModelTimeline timeline = world.calibrations.models().of(instrument);

        assertThat(timeline.knownAt(SimulatedWorld.START).tiers()).isEqualTo(first);
        assertThat(timeline.knownAt(monday.minusMillis(1)).tiers()).isEqualTo(first);
        assertThat(timeline.knownAt(monday).tiers()).isEqualTo(second);
        assertThat(timeline.knownAt(monday.plus(Duration.ofDays(4))))
                .isSameAs(timeline.knownAt(monday))
                .extracting(InstrumentModel::evidence)
                .isEqualTo("complete");
    }

    private static MarginSchedule tiers(LocalDate read) {
        return new MarginSchedule(MarginSchedule.assumed(ContractType.LINEAR).tiers(), 0, "read", read);
    }

    @Test
    void walk_inPortionsByManyInstances_givesWhatOneWalkGives() {
        Instrument instrument = world.complete("alpha", DAYS);
        world.walk().walk(1000);
        SimulatedWorld other = new SimulatedWorld();
        other.complete("alpha", 80);
        int portions = 0;
        while (!other.walk().walk(2)) {
            portions++;
        }
        other.trade(instrument, DAYS);

        while (!other.walk().walk(1)) {
            portions++;
        }

        assertThat(portions).isGreaterThan(3);
        assertThat(other.outcomes(instrument)).isEqualTo(world.outcomes(instrument));
    }

    @Test
    void walk_storesNothingTwice() {
        world.complete("alpha", DAYS);
        CalibrationWalk walk = world.walk();
        walk.walk(1000);
        long version = world.calibrations.log.version();

        walk.walk(1000);
        world.walk().walk(1000);

        assertThat(world.calibrations.log.version()).isEqualTo(version);
    }

    @Test
    void changedBar_isLearnedFromAgain_fromTheFirstMomentItTouches() {
        Instrument instrument = world.complete("alpha", DAYS);
        CalibrationWalk walk = world.walk();
        walk.walk(1000);
        Instant changed = Instant.parse("2026-03-20T10:00:00Z");
        List<CalibrationState> before = world.states(instrument);

        world.change(instrument, changed);
        walk.walk(1000);

        assertThat(world.states(instrument).subList(0, 3)).isEqualTo(before.subList(0, 3));
        assertThat(world.states(instrument).subList(3, before.size())).allSatisfy(state -> {
            assertThat(state.knownFrom()).isAfter(changed);
            assertThat(state.revision()).isEqualTo(2);
        });
    }

    @Test
    void declaredCompleteness_changesTheEvidence() {
        Instrument instrument = world.instrument("alpha", false);
        world.trade(instrument, 75);
        CalibrationWalk walk = world.walk();
        walk.walk(1000);
        assertThat(world.states(instrument)).allMatch(state -> "throttled".equals(state.evidence()));

        world.calibrations.completeness.declare(instrument.id(), Completeness.COMPLETE);
        walk.walk(1000);

        assertThat(world.states(instrument)).allSatisfy(state -> {
            assertThat(state.evidence()).isEqualTo("complete");
            assertThat(state.revision()).isEqualTo(2);
        });
    }

    @Test
    void barsWithoutLiquidations_areLearnedFromByOpenInterest() {
        Instrument instrument = world.instrument("alpha", false);
        world.history.write(
                instrument.id(),
                Interval.ONE_HOUR,
                world.bars("alpha", 75).stream()
                        .map(SimulatedWorld::withoutLiquidations)
                        .toList());

        world.walk().walk(1000);

        assertThat(world.states(instrument))
                .isNotEmpty()
                .allMatch(state -> "open-interest".equals(state.evidence()) || state.refusal() != null);
    }

    @Test
    void refusal_isKeptAndSaid() {
        Instrument calm = world.instrument("calm", false);
        world.calm(calm, 75);

        world.walk().walk(1000);

        assertThat(world.states(calm)).isNotEmpty().allSatisfy(state -> {
            assertThat(state.evidence()).isNull();
            assertThat(state.refusal()).contains("swept");
            assertThat(state.transferred()).isFalse();
        });
        assertThat(world.calibrations.status().instruments()).singleElement().satisfies(status -> {
            assertThat(status.evidence()).isEqualTo("none");
            assertThat(status.refused()).isEqualTo(status.due()).isEqualTo(status.done());
            assertThat(status.lastRefusal()).contains("swept");
            assertThat(status.next()).isEqualTo(Instant.parse("2026-03-23T00:00:00Z"));
        });
        assertThat(world.model(calm, 75).parameters().version()).isEqualTo("conserved-1");
    }

    @Test
    void calibratedInstrument_teachesOneThatLearnsNothing() {
        Instrument teacher = world.complete("zeta", 75);
        Instrument calm = world.instrument("calm", false);
        world.calm(calm, 75);

        world.walk().walk(1000);

        InstrumentModel taught = world.model(calm, 75);
        assertThat(taught.evidence()).isEqualTo("none");
        assertThat(taught.parameters().version()).isEqualTo("transferred@2026-03-16");
        assertThat(world.calibrations.status().of(calm.id()))
                .hasValueSatisfying(status -> assertThat(status.transferred()).isTrue());
        ModelParameters learned = world.model(teacher, 75).parameters();
        ModelParameters shares = taught.parameters();
        for (int k = 0; k < shares.cohorts().size(); k++) {
            double longShare = shares.cohorts().get(k).stockShare(Side.LONG);
            assertThat(longShare).isEqualTo(shares.cohorts().get(k).stockShare(Side.SHORT));
            assertThat(longShare / shares.unleveredShare(Side.LONG))
                    .isCloseTo(
                            Math.sqrt(learned.cohorts().get(k).longStockShare()
                                    * learned.cohorts().get(k).shortStockShare()
                                    / (learned.unleveredShare(Side.LONG) * learned.unleveredShare(Side.SHORT))),
                            Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void completeFeed_teachesAThrottledOne_beforeItLearnsItself() {
        Instrument alone = world.instrument("throttled", false);
        world.trade(alone, 75);
        world.walk().walk(1000);
        List<CalibrationState> untaught = world.states(alone);

        world.complete("zeta", 75);
        world.walk().walk(1000);

        assertThat(world.states(alone)).hasSameSizeAs(untaught).allSatisfy(state -> {
            assertThat(state.evidence()).isEqualTo("throttled");
            assertThat(state.revision()).isEqualTo(2);
        });
    }

    @Test
    void feedThatIsThrottled_countsFromWhenItWasHeard() {
        Instrument instrument = world.complete("alpha", 85);
        world.walk().walk(1000);
        List<CalibrationState> before = world.states(instrument);
        assertThat(before).extracting(CalibrationState::evidence).containsOnly("complete");
        Instant heard = before.get(2).knownFrom().minus(Duration.ofDays(1));
        world.calibrations.completeness.listen(
                new Coverage(instrument.id(), heard, heard.plus(Duration.ofDays(30)), Completeness.THROTTLED));

        world.walk().walk(1000);

        assertThat(world.states(instrument))
                .extracting(CalibrationState::evidence, CalibrationState::revision)
                .containsExactly(
                        tuple("complete", 1), tuple("complete", 1), tuple("throttled", 2), tuple("throttled", 2));
    }

    @Test
    void simulatedMarket_teachesNoRealOne() {
        Instrument simulated = world.instrument("zeta", true);
        world.calibrations.completeness.declare(simulated.id(), Completeness.COMPLETE);
        world.trade(simulated, 75);
        Instrument calm = world.instrument("calm", false);
        world.calm(calm, 75);

        world.walk().walk(1000);

        assertThat(world.states(simulated)).allMatch(CalibrationState::isLearned);
        assertThat(world.states(calm)).isNotEmpty().noneMatch(CalibrationState::transferred);
    }

    @Test
    void historyThatIsBeingFilled_isLeftAlone() {
        Instrument instrument = world.complete("alpha", 75);
        Instant now = world.clock.instant();
        Instant begin = now.minus(Duration.ofDays(400));
        world.journal.saveProgress(new BackfillProgress(
                instrument.id(), Interval.ONE_HOUR, begin, now, begin.plus(Duration.ofDays(325)), now, begin, now));
        CalibrationWalk walk = world.walk();

        assertThat(walk.walk(1000)).isTrue();
        assertThat(world.states(instrument)).isEmpty();

        world.clock.advance(Duration.ofHours(2));
        walk.walk(1000);
        assertThat(world.states(instrument)).isNotEmpty();
    }

    @Test
    void finerBars_areLearnedFrom_whereThereIsNoHourlySeries() {
        Instrument instrument = world.instrument("alpha", false);
        List<Bar> bars = world.bars("alpha", 70);
        world.history.write(
                instrument.id(),
                new Interval(Duration.ofMinutes(30)),
                bars.stream()
                        .flatMap(bar -> SimulatedWorld.halves(bar).stream())
                        .toList());

        world.walk().walk(1000);

        assertThat(world.states(instrument)).isNotEmpty().allMatch(CalibrationState::isLearned);
    }
}
