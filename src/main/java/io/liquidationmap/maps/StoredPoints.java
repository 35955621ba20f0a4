package io.liquidationmap.maps;

import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.history.ImbalanceLog;
import io.liquidationmap.history.ImbalanceLog.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Points of the past in the database, where they outlast a restart and are there for every instance of the service.
/// What the database fails to do costs whoever asks time, never the answer.
///
/// Only midnights (UTC) are stored: those are what each imbalance is measured against and what a history is made of by
/// default, 365 a year. Of shorter steps there are up to thousands in each answer, few of which are ever asked for again.
@Component
class StoredPoints {

    private static final Logger log = LoggerFactory.getLogger(StoredPoints.class);

    private static final long DAY_MS = 86_400_000;

    /// Two years of days for some seven hundred questions.
    private static final int MOST = 500_000;

    private final ImbalanceLog entries;

    StoredPoints(ImbalanceLog entries) {
        this.entries = entries;
    }

    /// Those of these moments that are stored, by their keys.
    ///
    /// @param keys of the moments
    Map<String, ImbalancePoint> find(Map<Instant, String> keys) {
        List<String> midnights = keys.entrySet().stream()
                .filter(moment -> isMidnight(moment.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (midnights.isEmpty()) {
            return Map.of();
        }
        try {
            return entries.entries(midnights).stream().collect(Collectors.toMap(Entry::key, StoredPoints::point));
        } catch (RuntimeException e) {
            log.warn("points of the past could not be read and are computed: {}", e.getMessage());
            return Map.of();
        }
    }

    /// Stores those of midnights.
    ///
    /// @param points by their keys
    void keep(Map<String, ImbalancePoint> points) {
        List<Entry> midnights = points.entrySet().stream()
                .filter(point -> isMidnight(point.getValue().asOf()))
                .map(point -> entry(point.getKey(), point.getValue()))
                .toList();
        if (midnights.isEmpty()) {
            return;
        }
        try {
            entries.record(midnights, MOST);
        } catch (RuntimeException e) {
            log.warn("{} points of the past could not be stored: {}", midnights.size(), e.getMessage());
        }
    }

    private static boolean isMidnight(Instant moment) {
        return moment.toEpochMilli() % DAY_MS == 0;
    }

    private static Entry entry(String key, ImbalancePoint point) {
        List<Imbalance> amounts =
                point.imbalance().stream().map(DistanceImbalance::imbalance).toList();
        return new Entry(
                key,
                point.asOf(),
                point.price(),
                amounts.stream().map(Imbalance::upUsd).toList(),
                amounts.stream().map(Imbalance::downUsd).toList(),
                point.warmingUp(),
                point.degraded(),
                point.stale());
    }

    private static ImbalancePoint point(Entry entry) {
        List<DistanceImbalance> imbalance = new ArrayList<>();
        for (double pct : DistanceImbalance.DISTANCES_PCT) {
            int i = imbalance.size();
            Imbalance amounts = Imbalance.within(
                    entry.price(),
                    pct / 100,
                    entry.upUsd().get(i),
                    entry.downUsd().get(i));
            imbalance.add(new DistanceImbalance(pct, amounts));
        }
        return new ImbalancePoint(
                entry.asOf(), entry.price(), imbalance, entry.warmingUp(), entry.degraded(), entry.stale());
    }
}
