package io.liquidationmap.engine;

import io.liquidationmap.engine.calibration.Calibration;
import io.liquidationmap.engine.calibration.CalibrationRefusedException;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it takes to calibrate an instrument: once, and for every week of a year.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class CalibrationBenchmark {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 365 + 60;

    @Param({"COMPLETE", "THROTTLED", "OPEN_INTEREST"})
    public Evidence evidence = Evidence.COMPLETE;

    private ModelParameters prior;
    private BarSeries bars;

    @Setup
    public void trade() {
        prior = ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, false);
        bars = SimulatedMarket.of(WorldParameters.draw(1), 1, START, Interval.ONE_HOUR)
                .record(DAYS * 24, Set.of())
                .bars();
    }

    /// From all the history that is read.
    @Benchmark
    public Calibration week() throws CalibrationRefusedException {
        return Calibrator.fit(bars, START.plus(Duration.ofDays(DAYS)), prior, evidence);
    }

    /// Every week from the sixtieth day on.
    @Benchmark
    public List<Calibration> year() throws CalibrationRefusedException {
        List<Calibration> weeks = new ArrayList<>();
        for (int day = 60; day <= DAYS; day += 7) {
            weeks.add(Calibrator.fit(bars, START.plus(Duration.ofDays(day)), prior, evidence));
        }
        return weeks;
    }
}
