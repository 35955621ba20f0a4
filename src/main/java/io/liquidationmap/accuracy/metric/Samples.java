package io.liquidationmap.accuracy.metric;

import io.liquidationmap.accuracy.Metric;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

/// Means of metrics over sides and snapshots; what is not known does not count. Mutable, for one thread.
final class Samples {

    private final Map<Metric, DoubleSummaryStatistics> byMetric = new TreeMap<>();

    void add(Metric metric, double value) {
        if (!Double.isNaN(value)) {
            byMetric.computeIfAbsent(metric, _ -> new DoubleSummaryStatistics()).accept(value);
        }
    }

    /// The mean of every metric that has a sample, as a new map.
    Map<Metric, Double> means() {
        Map<Metric, Double> means = new TreeMap<>();
        byMetric.forEach((metric, samples) -> means.put(metric, samples.getAverage()));
        return means;
    }
}
