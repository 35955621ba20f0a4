package io.liquidationmap.engine;

import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/// What the engine does in a running service: build a book from a year of bars, take in a bar, draw maps.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final Range YEAR = Range.ofDays(365);
    private static final int LAST_BARS = 2000;
    private static final int COLUMNS = 30 * 24;
    private static final int RUNS = 12;

    @Param({"1h", "5m"})
    public String interval = "";

    private ModelParameters parameters;
    private BarSeries bars;
    private PositionBook full;
    private PositionBook almostFull;
    private PositionBook book;
    private int next;
    private LevelMap levels;
    private Groundwork groundwork;
    private Uncertainty uncertainty;
    private List<Heatmap.Column> hours;

    @Setup
    public void fill() {
        parameters = BenchmarkMarket.parameters();
        bars = BenchmarkMarket.year(Interval.parse(interval));
        full = new PositionBook(parameters, bars.interval());
        full.advance(bars, 0, bars.size());
        almostFull = new PositionBook(parameters, bars.interval());
        almostFull.advance(bars, 0, bars.size() - LAST_BARS);
        book = almostFull.copy();
        next = bars.size() - LAST_BARS;
        levels = full.history().latest(YEAR);
        groundwork = full.history().groundwork(Groundwork.beginOfDay(levels.asOf()), YEAR);
        uncertainty = Calibrator.uncertainty(parameters);
        hours = IntStream.rangeClosed(1 - COLUMNS, 0)
                .mapToObj(hour -> levels.asOf().plus(Duration.ofHours(hour)))
                .map(time -> new Heatmap.Column(time, bars.close(bars.lastClosedAt(time))))
                .toList();
    }

    /// All bars of the year into an empty book.
    @Benchmark
    public PositionBook forwardPass() {
        PositionBook fresh = new PositionBook(parameters, bars.interval());
        fresh.advance(bars, 0, bars.size());
        return fresh;
    }

    /// The same under a dozen sets of parameters together, as a history of imbalances needs them: a month is recorded.
    @Benchmark
    public List<LevelHistory> dozenRuns() {
        Instant month = Range.ofDays(30).before(bars.closeTime(bars.size() - 1));
        return PositionRuns.of(
                bars,
                IntStream.range(0, RUNS)
                        .mapToObj(run -> new PositionRuns.Run(parameters, month, bars.size()))
                        .toList());
    }

    /// What lies within ±20 % of the month before each day of the last week, in one walk.
    @Benchmark
    public double weekOfDays() {
        LevelWalk walk = full.history().walk(Range.ofDays(30));
        double shorts = 0;
        for (int day = 6; day >= 0; day--) {
            shorts += walk.at(levels.asOf().minus(Duration.ofDays(day))).usdWithin(Side.SHORT, 0.2);
        }
        return shorts;
    }

    /// One closed bar into a book that holds most of the year; now and then the book is put back.
    @Benchmark
    public PositionBook newBar() {
        if (next == bars.size()) {
            book = almostFull.copy();
            next = bars.size() - LAST_BARS;
        }
        book.advance(bars, next++);
        return book;
    }

    /// One unfinished bar into a copy, and the map of the year from that.
    @Benchmark
    public LevelMap unfinishedBar() {
        PositionBook copy = almostFull.copy();
        copy.advance(bars, bars.size() - LAST_BARS);
        return copy.history().latest(YEAR);
    }

    /// The levels of the year as of the last bar.
    @Benchmark
    public LevelMap yearOfLevels() {
        return full.history().latest(YEAR);
    }

    /// The same from groundwork that is at hand: another map of the day.
    @Benchmark
    public LevelMap laterOfTheDay() {
        return full.history().at(levels.asOf(), YEAR, groundwork);
    }

    /// From the warm series to what an answer shows: the levels of the year in 200 buckets, by leverage.
    @Benchmark
    public Buckets yearInBuckets() {
        LevelMap map = full.history().latest(YEAR);
        return LiquidationMap.of(map.price(), List.of(new Part("venue", map)))
                .buckets(PriceWindow.around(map.price(), 0.4, 200));
    }

    /// The same with a band around every amount, of 24 members.
    @Benchmark
    public Buckets yearInBucketsWithBands() {
        LevelMap map = full.history().latest(YEAR);
        return LiquidationMap.of(map.price(), List.of(new Part("venue", map, uncertainty)))
                .buckets(PriceWindow.around(map.price(), 0.4, 200));
    }

    /// A month of hourly maps, each of the month before it, in 200 buckets.
    @Benchmark
    public Heatmap monthOfMaps() {
        return full.history().heatmap(hours, PriceWindow.around(levels.price(), 0.4, 200), Range.ofDays(30));
    }

    /// The ten heaviest clusters of a side.
    @Benchmark
    public List<Cluster> clusters() {
        return LiquidationMap.of(levels.price(), List.of(new Part("venue", levels)))
                .clusters(Side.LONG, 10);
    }
}
