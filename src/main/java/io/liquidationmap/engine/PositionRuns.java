package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the same bars lead to under several sets of parameters, each as a [PositionBook] of its own would record it.
///
/// One calibration after the other learns other shares, but cohorts live as long and lie as far away under all of them.
/// What is read from the bars and how much of a cohort survives each of them is then the same, and worked out once.
public final class PositionRuns {

    /// So many steps that looking for the next run does not matter, and few enough to stay near the processor.
    private static final int STEPS_AT_ONCE = 256;

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
        Map<Pace, List<Walk>> together = new LinkedHashMap<>();
        List<Walk> walks = new ArrayList<>();
        for (Run run : runs) {
            if (run.end > bars.size()) {
                throw new IllegalArgumentException("a run ends after the last bar");
            }
            Walk walk = new Walk(run);
            walks.add(walk);
            together.computeIfAbsent(Pace.of(run.parameters), _ -> new ArrayList<>())
                    .add(walk);
        }
        together.values().forEach(group -> advance(bars, group));
        return walks.stream().map(walk -> walk.positions.history()).toList();
    }

    private static void advance(BarSeries bars, List<Walk> walks) {
        Walk first = walks.getFirst();
        CohortTable cohorts = first.positions.cohorts();
        BarIntake intake = new BarIntake(first.run.parameters, bars.interval());
        int end = walks.stream().mapToInt(walk -> walk.run.end).max().orElse(0);
        @Nullable BarStep[] steps = new BarStep[STEPS_AT_ONCE];
        double[][] surviving = new double[STEPS_AT_ONCE][cohorts.size()];
        double[] unlevered = new double[STEPS_AT_ONCE];
        double clockDays = 0;
        for (int from = 0; from < end; from += STEPS_AT_ONCE) {
            int to = Math.min(end, from + STEPS_AT_ONCE);
            for (int i = from; i < to; i++) {
                BarStep step = intake.take(bars, i);
                steps[i - from] = step;
                if (step != null) {
                    double activeDays = step.clockDays() - clockDays;
                    cohorts.survive(activeDays, 0, surviving[i - from]);
                    unlevered[i - from] = cohorts.survive(activeDays);
                    clockDays = step.clockDays();
                }
            }
            for (Walk walk : walks) {
                walk.advance(steps, surviving, unlevered, from, to);
            }
        }
    }

    private record Walk(Run run, Positions positions) {

        Walk(Run run) {
            this(run, new Positions(run.parameters, run.from.toEpochMilli()));
        }

        void advance(@Nullable BarStep[] steps, double[][] surviving, double[] unlevered, int from, int to) {
            for (int i = from; i < Math.min(to, run.end); i++) {
                BarStep step = steps[i - from];
                if (step != null) {
                    positions.take(step, surviving[i - from], unlevered[i - from]);
                }
            }
        }
    }

    /// All of a model's parameters that what bars mean, and how long positions live, depend on.
    private record Pace(
            ContractType contract,
            ActivityRule activity,
            double gridStep,
            double churnMultiplier,
            double unleveredLifetimeDays,
            List<Double> lifetimesDays) {

        static Pace of(ModelParameters parameters) {
            return new Pace(
                    parameters.contract(),
                    parameters.activity(),
                    parameters.gridStep(),
                    parameters.churnMultiplier(),
                    parameters.unleveredLifetimeDays(),
                    parameters.cohorts().stream().map(Cohort::lifetimeDays).toList());
        }
    }
}
