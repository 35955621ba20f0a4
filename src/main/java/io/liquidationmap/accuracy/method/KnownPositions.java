package io.liquidationmap.accuracy.method;

import io.liquidationmap.simulation.TrueMap;
import java.time.Instant;
import java.util.List;

/// The true maps of a market at some moments.
///
/// @param maps ascending by time
public record KnownPositions(List<TrueMap> maps) {

    public KnownPositions {
        maps = List.copyOf(maps);
    }

    /// The map of a moment.
    ///
    /// @throws IllegalArgumentException if it is not known
    TrueMap at(Instant asOf) {
        return maps.stream()
                .filter(map -> map.asOf().equals(asOf))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the positions of " + asOf + " are not known"));
    }

    /// The maps of the moments before.
    List<TrueMap> before(Instant asOf) {
        return maps.stream().filter(map -> map.asOf().isBefore(asOf)).toList();
    }
}
