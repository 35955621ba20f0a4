package io.liquidationmap.accuracy.run;

import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.method.Estimator;
import io.liquidationmap.accuracy.method.KnownPositions;
import io.liquidationmap.accuracy.method.MapMethod;
import io.liquidationmap.accuracy.method.MarketTerms;
import io.liquidationmap.accuracy.metric.MethodScore;
import io.liquidationmap.accuracy.metric.Truth;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.Recording;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One world, in which every method is measured. The world is played anew for each kind of bars a method wants, and
/// goes through the same history each time. For one thread.
final class WorldRun {

    private final World world;
    private final Schedule schedule;
    private final MarginSchedule margin;
    private final KnownPositions positions;
    private final List<Truth> truths;
    private final Map<Wish, BarSeries> played = new HashMap<>();

    WorldRun(World world, Schedule schedule) {
        this.world = world;
        this.schedule = schedule;
        Wish hourly = new Wish(Interval.ONE_HOUR, LiquidationFeed.NONE);
        SimulatedMarket market = market(hourly);
        margin = market.marginSchedule();
        Recording recording = play(market, hourly, schedule.known());
        positions = new KnownPositions(recording.maps());
        truths = recording.maps().stream()
                .filter(map -> schedule.measured().contains(map.asOf()))
                .map(Truth::of)
                .toList();
        played.put(hourly, recording.bars());
    }

    /// The score of each method, by its name, in their order.
    Map<String, Map<Metric, Double>> scores(List<MapMethod> methods) {
        Map<String, Map<Metric, Double>> scores = new LinkedHashMap<>();
        for (MapMethod method : methods) {
            scores.put(method.name(), score(method));
        }
        return scores;
    }

    private Map<Metric, Double> score(MapMethod method) {
        BarSeries bars = played.computeIfAbsent(
                new Wish(method.interval(), method.feed()),
                wish -> play(market(wish), wish, List.of()).bars());
        Estimator estimator = method.begin(
                new MarketTerms(method.interval(), world.parameters().contract(), margin, positions));
        MethodScore score = new MethodScore();
        int from = 0;
        int snapshot = 0;
        for (Instant asOf : schedule.measured()) {
            int to = bars.lastClosedAt(asOf) + 1;
            estimator.take(bars.slice(from, to));
            score.add(estimator.estimate(), truths.get(snapshot++));
            from = to;
        }
        return score.scores();
    }

    private Recording play(SimulatedMarket market, Wish wish, List<Instant> mapsAt) {
        int bars = Math.toIntExact(
                Duration.ofDays(schedule.days()).toMillis() / wish.interval().millis());
        return market.record(bars, new HashSet<>(mapsAt));
    }

    private SimulatedMarket market(Wish wish) {
        return world.market(Schedule.START, wish.interval(), wish.feed());
    }

    private record Wish(Interval interval, LiquidationFeed feed) {}
}
