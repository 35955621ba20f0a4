package io.liquidationmap.maps;

import io.liquidationmap.engine.context.PastValues;
import io.liquidationmap.engine.context.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where imbalances stand among those of the midnights (UTC) before them.
final class PastStandings {

    private static final Duration DAY = Duration.ofDays(1);

    private PastStandings() {}

    /// Where a moment stands, by the windows.
    ///
    /// @param logRatio ln(up / down) of the moment; NaN where it is unknown
    /// @param distance index of the distance at which that is
    /// @param days the midnights before it, of two years where there were any
    static List<Standing> of(double logRatio, int distance, Instant asOf, List<ImbalancePoint> days) {
        return ImbalanceView.WINDOWS_DAYS.stream()
                .map(window -> standing(logRatio, distance, asOf, window, days))
                .toList();
    }

    /// The points of a history among those before them: just what [#of] says of each, of those windows all of whose
    /// midnights are among the points. Others are left out.
    ///
    /// @param points ascending
    /// @param step between them
    /// @param unseen the last midnight before the first point of which something is known; null where there is none
    static List<PointInContext> among(List<ImbalancePoint> points, Duration step, @Nullable Instant unseen) {
        boolean everyMidnight = DAY.toMillis() % step.toMillis() == 0;
        List<ImbalancePoint> days = points.stream()
                .filter(point -> point.asOf().toEpochMilli() % DAY.toMillis() == 0)
                .toList();
        List<PointInContext> inContext = new ArrayList<>();
        for (ImbalancePoint point : points) {
            List<Integer> windows = ImbalanceView.WINDOWS_DAYS.stream()
                    .filter(window -> everyMidnight && isSeen(point.asOf(), window, unseen))
                    .toList();
            List<ImbalancePoint> before = days.stream()
                    .filter(day -> day.asOf().isBefore(point.asOf()))
                    .toList();
            inContext.add(new PointInContext(
                    point,
                    IntStream.range(0, point.imbalance().size())
                            .mapToObj(distance -> windows.stream()
                                    .map(window ->
                                            standing(point.logRatio(distance), distance, point.asOf(), window, before))
                                    .toList())
                            .toList()));
        }
        return inContext;
    }

    private static boolean isSeen(Instant asOf, int window, @Nullable Instant unseen) {
        return unseen == null || unseen.isBefore(ModelledImbalances.daysBefore(asOf, window));
    }

    private static Standing standing(
            double logRatio, int distance, Instant asOf, int window, List<ImbalancePoint> before) {
        Instant first = ModelledImbalances.daysBefore(asOf, window);
        return Standing.of(
                logRatio,
                window,
                PastValues.of(before.stream()
                        .filter(day -> day.isUsable() && !day.asOf().isBefore(first))
                        .mapToDouble(day -> day.logRatio(distance))
                        .toArray()));
    }
}
