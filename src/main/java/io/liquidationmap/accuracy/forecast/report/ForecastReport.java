package io.liquidationmap.accuracy.forecast.report;

import io.liquidationmap.accuracy.forecast.Control;
import io.liquidationmap.accuracy.forecast.Forecast;
import io.liquidationmap.accuracy.forecast.ForecastBacktest;
import io.liquidationmap.accuracy.forecast.ForecastScore;
import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.liquidationmap.accuracy.forecast.ForecastScore.MethodScore;
import io.liquidationmap.accuracy.forecast.MapSource;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The scores of one history.
///
/// @param model name of the parameters the maps were drawn with
/// @param forcedShare part of what a map holds that is expected to be force-closed
/// @param scores by length of the buckets, both sides together first
record ForecastReport(String model, double forcedShare, List<Entry> scores) {

    static final List<Interval> BUCKETS = List.of(Interval.ONE_HOUR, Interval.parse("4h"));

    ForecastReport {
        scores = List.copyOf(scores);
    }

    /// One row.
    ///
    /// @param bucket length of the buckets (`4h`)
    /// @param side `both`, `long` or `short`
    /// @param score with the mirrored map as its control
    /// @param shuffled the second control: the map with its levels shuffled
    /// @param shuffledSkill its rank correlation minus that of the naive model
    record Entry(String bucket, String side, ForecastScore score, MethodScore shuffled, Difference shuffledSkill) {}

    /// Scores every map of a source over a history.
    static ForecastReport of(BarSeries bars, MapSource maps, String model, ModelParameters parameters) {
        List<Entry> entries = new ArrayList<>();
        for (Interval bucket : BUCKETS) {
            ForecastBacktest backtest = new ForecastBacktest(bars, bucket, parameters);
            List<Forecast> mirrored = backtest.run(maps, Control.MIRRORED);
            List<Forecast> shuffled = backtest.run(maps, Control.SHUFFLED);
            entry(bucket, "both", ForecastScore.of(mirrored, bucket), ForecastScore.of(shuffled, bucket))
                    .ifPresent(entries::add);
            for (Side side : Side.values()) {
                entry(
                                bucket,
                                side.name().toLowerCase(Locale.ROOT),
                                ForecastScore.of(mirrored, bucket, side),
                                ForecastScore.of(shuffled, bucket, side))
                        .ifPresent(entries::add);
            }
        }
        return new ForecastReport(model, parameters.forcedShare().central(), entries);
    }

    private static Optional<Entry> entry(
            Interval bucket, String side, Optional<ForecastScore> mirrored, Optional<ForecastScore> shuffled) {
        return mirrored.flatMap(score -> shuffled.map(
                other -> new Entry(bucket.toString(), side, score, other.control(), other.controlSkill())));
    }
}
