package io.liquidationmap.ingestion.archive;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Interval;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The lengths of time a venue offers, and what it calls them.
public final class IntervalNames {

    private final NavigableMap<Interval, String> names;

    /// @param names the venue's name of each length, by how [Interval] is written
    public IntervalNames(Map<String, String> names) {
        this.names = names.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Interval.parse(entry.getKey()),
                        Map.Entry::getValue,
                        (name, twin) -> twin,
                        TreeMap::new));
    }

    /// The venue's name.
    ///
    /// @throws VenueUnavailableException if the venue does not offer this length
    public String of(Interval interval) {
        String name = names.get(interval);
        if (name == null) {
            throw new VenueUnavailableException(
                    "has nothing of " + interval + ", only of " + names.keySet(), null, null);
        }
        return name;
    }

    /// The longest length whose ends include every end of a bar; the shortest of all if there is none.
    public Interval within(Interval bar) {
        return names.headMap(bar, true).descendingKeySet().stream()
                .filter(length -> bar.millis() % length.millis() == 0)
                .findFirst()
                .orElseGet(names::firstKey);
    }
}
