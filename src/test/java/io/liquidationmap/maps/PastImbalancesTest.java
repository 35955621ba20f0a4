package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.history.ImbalanceLog;
import io.liquidationmap.history.ImbalanceLog.Entry;
import io.liquidationmap.history.InMemoryImbalanceLog;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.PastRuns.Wanted;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two contracts whose margin tiers change, so that some of the past needs runs of the model of its own.
class PastImbalancesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 75;
    private static final Range RANGE = Range.ofDays(30);
    private static final MapsProperties PROPERTIES = MapsWorld.properties(Duration.ZERO);

    private final MapsWorld world = new MapsWorld();
    private final EnginePool pool = new EnginePool(PROPERTIES, new SimpleMeterRegistry());
    private final InMemoryImbalanceLog log = new InMemoryImbalanceLog();

    @BeforeEach
    void trade() {
        Instrument alpha = world.traded("alpha", DAYS * 24);
        world.catalog.record(alpha.id(), tiers(125), START);
        world.catalog.record(alpha.id(), tiers(20), START.plus(Duration.ofDays(30)));
        world.catalog.record(alpha.id(), tiers(50), START.plus(Duration.ofDays(50)));
        Instrument beta = world.venue("beta", false, "BTCUSDT");
        world.write(beta, MapsWorld.bars(2, DAYS * 24).subList(20 * 24, DAYS * 24));
    }

    @AfterEach
    void close() {
        pool.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void afterARestart_pointsAreTheSame_andNothingIsComputed(Model model) {
        List<ImbalancePoint> computed = past(log).at(moments(model, DAY), RANGE, model);
        assertThat(computed).hasSize(DAYS).anyMatch(ImbalancePoint::warmingUp).anyMatch(point -> !point.warmingUp());

        List<ImbalancePoint> read = withoutAnyThread(log).at(moments(model, DAY), RANGE, model);

        assertThat(read).isEqualTo(computed);
    }

    @Test
    void whatIsReadOnce_isInMemory() {
        past(log).at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED);
        ReadOnce readOnce = new ReadOnce(log);
        PastImbalances past = withoutAnyThread(readOnce);

        List<ImbalancePoint> read = past.at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED);

        assertThat(past.at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED))
                .isEqualTo(read);
        assertThat(readOnce.asked).isEqualTo(1);
    }

    @Test
    void ofAnotherInput_nothingIsFound() {
        past(log).at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED);
        PastImbalances restarted = withoutAnyThread(log);

        assertThatThrownBy(() -> restarted.at(moments(Model.OPENED, DAY), RANGE, Model.OPENED))
                .isInstanceOf(BusyException.class);
        assertThatThrownBy(() -> restarted.at(moments(Model.CONSERVED, DAY), Range.ofDays(7), Model.CONSERVED))
                .isInstanceOf(BusyException.class);
        assertThat(restarted.at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED))
                .hasSize(DAYS);
    }

    @Test
    void tiersThatAreReadAgain_costNoPoint() {
        List<ImbalancePoint> before = past(log).at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED);
        MarginSchedule tiers = tiers(20);
        for (int day = 31; day < 50; day++) {
            MarginSchedule again = new MarginSchedule(
                    tiers.tiers(),
                    tiers.takerFeeRate(),
                    tiers.source(),
                    tiers.asOf().plusDays(day));
            Instrument alpha = world.catalog.instruments().getFirst();
            world.catalog.record(alpha.id(), again, START.plus(DAY.multipliedBy(day)));
        }

        assertThat(withoutAnyThread(log).at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED))
                .isEqualTo(before);
    }

    @Test
    void afterAChangeOfThePast_onlyWhatComesAfterIt_isComputed() {
        List<ImbalancePoint> before = past(log).at(moments(Model.CONSERVED, DAY), RANGE, Model.CONSERVED);
        Bar bar = MapsWorld.bars(1, DAYS * 24).get(60 * 24 + 5);
        world.write(
                world.catalog.instruments().getFirst(),
                List.of(Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .openInterest(81_000.0)
                        .build()));
        List<Moment> moments = moments(Model.CONSERVED, DAY);

        assertThat(withoutAnyThread(log).at(moments.subList(0, 60), RANGE, Model.CONSERVED))
                .isEqualTo(before.subList(0, 60));
        List<ImbalancePoint> after = past(log).at(moments, RANGE, Model.CONSERVED);

        assertThat(after).isEqualTo(past(new InMemoryImbalanceLog()).at(moments, RANGE, Model.CONSERVED));
        assertThat(after.subList(60, DAYS)).doesNotContainAnyElementsOf(before);
        assertThat(log.all()).hasSize(2 * DAYS - 60);
    }

    @Test
    void onlyMidnights_areStored() {
        List<ImbalancePoint> points = past(log).at(moments(Model.CONSERVED, DAY.dividedBy(4)), RANGE, Model.CONSERVED);

        assertThat(points).hasSizeGreaterThan(3 * DAYS);
        assertThat(log.all().stream().map(Entry::asOf))
                .containsExactlyInAnyOrderElementsOf(PastMoments.grid(START.plus(DAY), world.clock.instant(), DAY));
    }

    @Test
    void aDatabaseThatFails_costsNoAnswer() {
        List<Moment> moments = moments(Model.CONSERVED, DAY);
        List<ImbalancePoint> points = past(log).at(moments, RANGE, Model.CONSERVED);

        assertThat(past(new FailingLog()).at(moments, RANGE, Model.CONSERVED)).isEqualTo(points);
    }

    /// The next who asks finds the rest of the work a little smaller, and does not find in memory what was never stored.
    @Test
    void whatWasComputed_isStored_evenIfTheRestIsNot() {
        List<Moment> moments = moments(Model.CONSERVED, DAY);

        assertThatThrownBy(() ->
                        MapsWorld.pastImbalances(pool, new BusyAtLast(3), log).at(moments, RANGE, Model.CONSERVED))
                .isInstanceOf(BusyException.class);

        int stored = log.all().size();
        assertThat(stored).isBetween(1, DAYS - 1);
        assertThat(withoutAnyThread(log).at(moments.subList(0, stored), RANGE, Model.CONSERVED))
                .isEqualTo(past(new InMemoryImbalanceLog()).at(moments.subList(0, stored), RANGE, Model.CONSERVED));
    }

    private List<Moment> moments(Model model, Duration step) {
        MarketQuery query = MapsWorld.query(null, model);
        return world.pastMoments(query, PastMoments.grid(START, world.clock.instant(), step));
    }

    private PastImbalances past(ImbalanceLog stored) {
        return MapsWorld.pastImbalances(pool, new PastRuns(PROPERTIES), stored);
    }

    /// Cannot compute anything.
    private static PastImbalances withoutAnyThread(ImbalanceLog stored) {
        EnginePool closed = new EnginePool(PROPERTIES, new SimpleMeterRegistry());
        closed.destroy();
        return MapsWorld.pastImbalances(closed, new PastRuns(PROPERTIES), stored);
    }

    /// Runs of the model one week at a time, until there is no room for more.
    private static final class BusyAtLast extends PastRuns {
        private int left;

        BusyAtLast(int portions) {
            super(PROPERTIES);
            left = portions;
        }

        @Override
        Map<Book, LevelHistory> of(Collection<Wanted> all, Model model, EnginePool pool) {
            if (left-- == 0) {
                throw new BusyException();
            }
            return super.of(all, model, pool);
        }

        @Override
        long roomFor() {
            return 1;
        }
    }

    private static final class ReadOnce implements ImbalanceLog {
        private final ImbalanceLog log;
        private int asked;

        ReadOnce(ImbalanceLog log) {
            this.log = log;
        }

        @Override
        public List<Entry> entries(Collection<String> keys) {
            asked++;
            return log.entries(keys);
        }

        @Override
        public void record(Collection<Entry> entries, int most) {
            throw new IllegalStateException("nothing was computed");
        }
    }

    private static final class FailingLog implements ImbalanceLog {
        @Override
        public List<Entry> entries(Collection<String> keys) {
            throw new IllegalStateException("no connection");
        }

        @Override
        public void record(Collection<Entry> entries, int most) {
            throw new IllegalStateException("no connection");
        }
    }
}
