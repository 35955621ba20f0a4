package io.liquidationmap.maps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How maps are served.
///
/// @param listingAge how old the list of instruments and the state of their series may be, so that a busy service
///     does not ask the database at every request
/// @param seriesMemory heap for series held ready; the least recently used go first
/// @param pastMemory heap for what the model made of series with parameters that were known earlier, which levels over
///     time and histories are drawn from; the least recently used go first
/// @param groundworkMemory heap for what the maps of a day have in common, so that the next map of the day takes next to
///     no time; the least recently used go first
/// @param engineThreads threads that compute; 0 for one per processor
/// @param engineQueue computations that may wait before further ones are turned away
@ConfigurationProperties("liquidationmap.maps")
record MapsProperties(
        @DefaultValue("1s") Duration listingAge,
        @DefaultValue("1GB") DataSize seriesMemory,
        @DefaultValue("256MB") DataSize pastMemory,
        @DefaultValue("128MB") DataSize groundworkMemory,
        @DefaultValue("0") int engineThreads,
        @DefaultValue("64") int engineQueue) {}
