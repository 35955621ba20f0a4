package io.liquidationmap.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One number of a score: a measure, at a distance if it has several. Ordered as declared, then by distance.
///
/// @param measure what
/// @param distancePct how far from the price, percent; null if the measure is of the whole map
public record Metric(Measure measure, @Nullable Integer distancePct) implements Comparable<Metric> {

    private static final Comparator<Metric> ORDER =
            Comparator.comparing(Metric::measure).thenComparingInt(Metric::distanceOrZero);

    public Metric {
        boolean known = distancePct == null
                ? measure.distancesPct().isEmpty()
                : measure.distancesPct().contains(distancePct);
        if (!known) {
            throw new IllegalArgumentException(measure + " is not measured at " + distancePct + " %");
        }
    }

    /// A measure of the whole map.
    public static Metric of(Measure measure) {
        return new Metric(measure, null);
    }

    /// A measure out to a distance.
    public static Metric at(Measure measure, int distancePct) {
        return new Metric(measure, distancePct);
    }

    /// Every metric there is, in order.
    public static List<Metric> all() {
        return Arrays.stream(Measure.values()).flatMap(Metric::allOf).toList();
    }

    private static Stream<Metric> allOf(Measure measure) {
        return measure.distancesPct().isEmpty()
                ? Stream.of(of(measure))
                : measure.distancesPct().stream().map(distance -> at(measure, distance));
    }

    private int distanceOrZero() {
        return distancePct == null ? 0 : distancePct;
    }

    @Override
    public int compareTo(Metric other) {
        return ORDER.compare(this, other);
    }
}
