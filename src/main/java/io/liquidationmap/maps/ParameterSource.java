package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.calibration.InstrumentModels;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The models of instruments as they were known at a moment, remembered for a while. A calibration that is stored is
/// used as soon as the listing tells of it, a margin schedule within a minute.
@Component
class ParameterSource {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final LoadingCache<Key, InstrumentModel> cache;

    ParameterSource(InstrumentModels models) {
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(REMEMBERED_AT_MOST)
                .build(key -> models.knownAt(key.instrument, key.asOf));
    }

    /// @param listing whose version of the calibrations is to be used
    InstrumentModel of(Instrument instrument, Instant asOf, Listing listing) {
        return cache.get(new Key(instrument, asOf, listing.modelVersion()));
    }

    private record Key(Instrument instrument, Instant asOf, long modelVersion) {}
}
