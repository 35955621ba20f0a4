package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the same bars lead to under several sets of parameters, each as a [PositionBook] of its own would record it.
///
/// One calibration after the other learns other shares, but cohorts live as long and lie as far away under all of them.
/// Their [Pace] is then the same, and worked out once.
public final class PositionRuns {

    /// So many steps that going from run to run does not matter, and few enough to stay near the processor.
    private static final int STEPS_AT_ONCE = 16;

    private PositionRuns() {}

    /// One of them.
    ///
    /// @param parameters under which the positions are modelled
    /// @param from what ended at or before this instant need not be recorded
    /// @param end index of the bar after the last one to take in
    public record Run(ModelParameters parameters, Instant from, int end) {}

    /// What is recorded of each run, in their order: of the bars after its `from` at least.
    ///
    /// @throws IllegalArgumentException if a run ends after the last bar
    public static List<LevelHistory> of(BarSeries bars, List<Run> runs) {
        Map<Alike, List<Walk>> together = new LinkedHashMap<>();
        List<Walk> walks = new ArrayList<>();
        for (Run run : runs) {
            if (run.end > bars.size()) {
                throw new IllegalArgumentException("a run ends after the last bar");
            }
            Walk walk = new Walk(run);
            walks.add(walk);
            together.computeIfAbsent(Alike.of(run.parameters), _ -> new ArrayList<>())
                    .add(walk);
        }
        together.values().forEach(group -> advance(bars, group));
        return walks.stream().map(walk -> walk.positions.history()).toList();
    }

    private static void advance(BarSeries bars, List<Walk> walks) {
        Walk first = walks.getFirst();
        Pace pace = new Pace(first.run.parameters, first.positions.cohorts(), bars.interval());
        int end = walks.stream().mapToInt(walk -> walk.run.end).max().orElse(0);
        List<Pace.Plan> plans =
                Stream.generate(pace::newPlan).limit(STEPS_AT_ONCE).toList();
        for (int from = 0; from < end; from += STEPS_AT_ONCE) {
            int to = Math.min(end, from + STEPS_AT_ONCE);
            for (int i = from; i < to; i++) {
                pace.plan(bars, i, plans.get(i - from));
            }
            for (Walk walk : walks) {
                walk.advance(plans, from, to);
            }
        }
    }

    private record Walk(Run run, Positions positions) {

        Walk(Run run) {
            this(run, new Positions(run.parameters, run.from.toEpochMilli()));
        }

        void advance(List<Pace.Plan> plans, int from, int to) {
            for (int i = from; i < Math.min(to, run.end); i++) {
                positions.take(plans.get(i - from));
            }
        }
    }

    /// All of a model's parameters that a pace depends on.
    private record Alike(
            ContractType contract,
            ActivityRule activity,
            EntrySpread entrySpread,
            double gridStep,
            double tiltExponent,
            double churnMultiplier,
            double unleveredLifetimeDays,
            List<List<Double>> lifetimesAndDistances) {

        static Alike of(ModelParameters parameters) {
            return new Alike(
                    parameters.contract(),
                    parameters.activity(),
                    parameters.entrySpread(),
                    parameters.gridStep(),
                    parameters.tiltExponent(),
                    parameters.churnMultiplier(),
                    parameters.unleveredLifetimeDays(),
                    parameters.cohorts().stream()
                            .map(cohort ->
                                    List.of(cohort.lifetimeDays(), cohort.longDistance(), cohort.shortDistance()))
                            .toList());
        }
    }
}
