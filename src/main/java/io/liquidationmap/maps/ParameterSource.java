package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.calibration.InstrumentModels;
import io.liquidationmap.calibration.ModelTimeline;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The models of instruments as they were known at a moment, remembered for a while. A calibration or a margin schedule
/// that is stored is seen as soon as a new bar is.
@Component
class ParameterSource {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final Refreshed<Long> version;
    private final LoadingCache<Stored, ModelTimeline> timelines;
    private final LoadingCache<Key, InstrumentModel> models;

    ParameterSource(InstrumentModels stored, MapsProperties properties) {
        version = new Refreshed<>(properties.listingAge(), stored::version);
        timelines = remembering().build(key -> stored.of(key.instrument));
        models = remembering().build(key -> timelines.get(key.stored).knownAt(key.asOf));
    }

    /// What was known of an instrument's positions at `asOf`.
    InstrumentModel of(Instrument instrument, Instant asOf) {
        return models.get(new Key(new Stored(instrument, version()), asOf));
    }

    /// Rises with every calibration and every margin schedule that is stored.
    long version() {
        return version.get();
    }

    private static Caffeine<Object, Object> remembering() {
        return Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(REMEMBERED_AT_MOST);
    }

    /// @param version of all that is known
    private record Stored(Instrument instrument, long version) {}

    private record Key(Stored stored, Instant asOf) {}
}
