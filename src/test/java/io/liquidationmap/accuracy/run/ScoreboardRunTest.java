package io.liquidationmap.accuracy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Spread;
import io.liquidationmap.accuracy.method.Estimator;
import io.liquidationmap.accuracy.method.MapMethod;
import io.liquidationmap.accuracy.method.MapMethods;
import io.liquidationmap.accuracy.method.MarketTerms;
import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.accuracy.metric.PointMap;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreboardRunTest {

    private static final Schedule SHORT = new Schedule(16, 4, 8, 4);
    private static final List<World> WORLDS = Worlds.ordinary(1, 3);

    @Test
    void score_isTheSameEachTime_andTellsOfEveryWorld() {
        Set<String> scored = new ConcurrentSkipListSet<>();
        ScoreboardRun run = new ScoreboardRun(MapMethods.all(), SHORT, world -> scored.add(world.name()));

        Group first = run.score("ordinary", WORLDS);
        Group again = run.score("ordinary", WORLDS);

        assertThat(again).isEqualTo(first);
        assertThat(first.worldCount()).isEqualTo(3);
        assertThat(first.methods()).extracting("method").containsExactlyElementsOf(names());
        assertThat(scored).containsExactly("ordinary-1", "ordinary-2", "ordinary-3");
    }

    @Test
    void spread_isOverTheWorlds() {
        ScoreboardRun run = new ScoreboardRun(List.of(MapMethods.conserved()), SHORT, _ -> {});
        Metric metric = Metric.at(Measure.FACTOR_ERROR, 10);
        List<Double> single = new ArrayList<>();
        for (World world : WORLDS) {
            single.add(spread(run.score("one", List.of(world)), metric).median());
        }

        assertThat(Spread.over(single)).hasValue(spread(run.score("all", WORLDS), metric));
        assertThat(single).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void method_isShownTheFeedItAskedFor(LiquidationFeed feed) {
        Witness witness = new Witness(Interval.ONE_HOUR, feed);

        new ScoreboardRun(List.of(witness), SHORT, _ -> {}).score("one", Worlds.ordinary(1, 1));

        assertThat(witness.knowsLiquidations).isEqualTo(feed != LiquidationFeed.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1h", "1d", "5m"})
    void method_isShownItsBarsInOrder_upToEachSnapshot(String interval) {
        Witness witness = new Witness(Interval.parse(interval), LiquidationFeed.NONE);

        new ScoreboardRun(List.of(witness), SHORT, _ -> {}).score("one", Worlds.ordinary(1, 1));

        assertThat(witness.bars)
                .isEqualTo(Duration.ofDays(16).toMillis()
                        / Interval.parse(interval).millis());
        assertThat(witness.asked)
                .containsExactly(
                        Instant.parse("2025-01-09T00:00:00Z"),
                        Instant.parse("2025-01-13T00:00:00Z"),
                        Instant.parse("2025-01-17T00:00:00Z"));
    }

    @Test
    void schedule_refusesToMeasureBeforeItKnows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(400, 220, 220, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(100, 60, 220, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(400, 60, 220, 0));
    }

    @Test
    void standardSchedule_has37Snapshots() {
        assertThat(Schedule.STANDARD.measured()).hasSize(37).first().isEqualTo(Instant.parse("2025-08-09T00:00:00Z"));
    }

    private static List<String> names() {
        return MapMethods.all().stream().map(MapMethod::name).toList();
    }

    private static Spread spread(Group group, Metric metric) {
        return group.methods().getFirst().spread(metric).orElseThrow();
    }

    /// Remembers what it was shown.
    private static final class Witness implements MapMethod, Estimator {
        private final Interval interval;
        private final LiquidationFeed feed;
        private final List<Instant> asked = new ArrayList<>();
        private boolean knowsLiquidations;
        private long bars;
        private Instant now = Instant.EPOCH;

        Witness(Interval interval, LiquidationFeed feed) {
            this.interval = interval;
            this.feed = feed;
        }

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public String description() {
            return "remembers";
        }

        @Override
        public Interval interval() {
            return interval;
        }

        @Override
        public LiquidationFeed feed() {
            return feed;
        }

        @Override
        public Estimator begin(MarketTerms terms) {
            assertThat(terms.interval()).isEqualTo(interval);
            return this;
        }

        @Override
        public void take(BarSeries series) {
            for (int i = 0; i < series.size(); i++) {
                assertThat(series.closeTime(i)).isAfter(now);
                now = series.closeTime(i);
                knowsLiquidations |= !Double.isNaN(series.liquidatedLongUsd(i));
            }
            bars += series.size();
        }

        @Override
        public MapEstimate estimate() {
            asked.add(now);
            return PointMap.at(1).build();
        }
    }
}
