package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The parameters of an instrument's model as they were known at a moment.
@Component
class ParameterSource {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final LoadingCache<Key, ModelParameters> cache;

    ParameterSource(InstrumentCatalog catalog) {
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(REMEMBERED_AT_MOST)
                .build(key -> {
                    MarginSchedule schedule = catalog.marginSchedule(key.instrument.id(), key.asOf)
                            .orElseGet(() -> MarginSchedule.assumed(key.instrument.contract()));
                    return ModelParameters.defaults(schedule, key.instrument.contract(), true);
                });
    }

    ModelParameters of(Instrument instrument, Instant asOf) {
        return cache.get(new Key(instrument, asOf));
    }

    private record Key(Instrument instrument, Instant asOf) {}
}
