package io.liquidationmap.engine;

import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.util.List;
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

/// From a year of bars to a year's map in 200 buckets: the popular method as usually written ([PopularMap]) against
/// this engine's two models, on the same bars.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class PopularMethodBenchmark {

    private static final Range YEAR = Range.ofDays(365);

    @Param({"1h", "5m"})
    public String interval = "";

    private ModelParameters parameters;
    private BarSeries bars;

    @Setup
    public void fill() {
        parameters = BenchmarkMarket.parameters();
        bars = BenchmarkMarket.year(Interval.parse(interval));
    }

    @Benchmark
    public double[] baselinePopular() {
        PopularMap map = new PopularMap();
        for (int i = 0; i < bars.size(); i++) {
            map.advance(bars, i);
        }
        return map.buckets(window(map.price()), Long.MIN_VALUE);
    }

    @Benchmark
    public Buckets opened() {
        return buckets(new OpenedBook(parameters, bars.interval()));
    }

    @Benchmark
    public Buckets conserved() {
        return buckets(new PositionBook(parameters, bars.interval()));
    }

    private Buckets buckets(LevelBook book) {
        book.advance(bars, 0, bars.size());
        LevelMap levels = book.history().latest(YEAR);
        return LiquidationMap.of(levels.price(), List.of(new Part("venue", levels)))
                .buckets(window(levels.price()));
    }

    private static PriceWindow window(double price) {
        return PriceWindow.around(price, 0.4, 200);
    }
}
