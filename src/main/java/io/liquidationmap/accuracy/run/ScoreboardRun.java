package io.liquidationmap.accuracy.run;

import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Scoreboard.Score;
import io.liquidationmap.accuracy.Spread;
import io.liquidationmap.accuracy.method.MapMethod;
import io.liquidationmap.simulation.World;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Measures methods in worlds, as many worlds at a time as there are processors. The same worlds give the same scores,
/// to the last bit, on any number of them.
///
/// @param methods in the order of the scoreboard
/// @param schedule when maps are measured
/// @param onScored told of every world that is done; from several threads
public record ScoreboardRun(List<MapMethod> methods, Schedule schedule, Consumer<World> onScored) {

    public ScoreboardRun {
        methods = List.copyOf(methods);
    }

    /// The scores in these worlds together.
    ///
    /// @param kind what the worlds are called in the scoreboard
    public Group score(String kind, List<World> worlds) {
        List<Map<String, Map<Metric, Double>>> scores =
                worlds.parallelStream().map(this::score).toList();
        return new Group(
                kind,
                worlds.size(),
                methods.stream().map(method -> summary(method, scores)).toList());
    }

    private Map<String, Map<Metric, Double>> score(World world) {
        Map<String, Map<Metric, Double>> scores = new WorldRun(world, schedule).scores(methods);
        onScored.accept(world);
        return scores;
    }

    private static MethodScores summary(MapMethod method, List<Map<String, Map<Metric, Double>>> worlds) {
        List<Score> scores = Metric.all().stream()
                .flatMap(metric -> Spread.over(worlds.stream()
                                .map(world -> world.getOrDefault(method.name(), Map.of())
                                        .getOrDefault(metric, Double.NaN))
                                .toList())
                        .map(spread -> new Score(metric, spread))
                        .stream())
                .toList();
        return new MethodScores(method.name(), method.description(), scores);
    }
}
