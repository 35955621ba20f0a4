package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.accuracy.forecast.NaiveRangeModel.Observation;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Predictions for a stretch of the past, each from what was known before it.
public final class ForecastBacktest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final Interval length;
    private final ModelParameters parameters;
    private final List<ObservedBucket> buckets;

    /// @param bars with liquidations
    /// @param length of the buckets, a multiple of that of the bars
    /// @param parameters say what part of what price reaches is expected to be force-closed, and what is opened meanwhile
    /// @throws IllegalArgumentException if a bucket is not a whole number of bars
    public ForecastBacktest(BarSeries bars, Interval length, ModelParameters parameters) {
        this.length = length;
        this.parameters = parameters;
        buckets = new ObservedBuckets(bars, length).all();
    }

    /// The predictions for every bucket at whose beginning there was a map, ascending by time.
    ///
    /// @param maps as of the beginning of each bucket
    /// @param control what must not have any skill
    public List<Forecast> run(MapSource maps, Control control) {
        List<Forecast> forecasts = new ArrayList<>();
        FrozenNaiveModel naive = null;
        for (ObservedBucket bucket : buckets) {
            Optional<LiquidationMap> map = maps.at(bucket.start());
            if (map.isEmpty()) {
                continue;
            }
            if (naive == null) {
                naive = new FrozenNaiveModel(bucket.start(), this::observations, length);
            }
            Optional<NaiveRangeModel> model = naive.at(bucket.start());
            known(bucket)
                    .map(side -> forecast(bucket, side, map.get(), control, model))
                    .forEach(forecasts::add);
        }
        return forecasts;
    }

    private Forecast forecast(
            ObservedBucket bucket, Side side, LiquidationMap map, Control control, Optional<NaiveRangeModel> naive) {
        double excursion = bucket.excursion(side);
        double forcedShare = parameters.forcedShare().central();
        double days = (double) length.millis() / DAY_MS;
        double opened = bucket.openInterestUsd() * parameters.openedAndSwept(side, days, Math.expm1(excursion));
        long seed = bucket.start().toEpochMilli() + side.sign();
        return new Forecast(
                bucket.start(),
                side,
                bucket.openInterestUsd(),
                excursion,
                forcedShare * (Control.within(map, side, excursion) + opened),
                naive.map(model -> model.usd(bucket.openInterestUsd(), excursion))
                        .orElse(Double.NaN),
                forcedShare * (control.usd(map, seed, side, excursion) + opened),
                bucket.realisedUsd(side));
    }

    private List<Observation> observations(Instant from, Instant to) {
        return buckets.stream()
                .filter(bucket -> !bucket.start().isBefore(from)
                        && !bucket.start().plus(length.duration()).isAfter(to))
                .flatMap(bucket -> known(bucket)
                        .map(side -> new Observation(
                                bucket.openInterestUsd(), bucket.excursion(side), bucket.realisedUsd(side))))
                .toList();
    }

    private static Stream<Side> known(ObservedBucket bucket) {
        return Arrays.stream(Side.values()).filter(bucket::isKnown);
    }
}
