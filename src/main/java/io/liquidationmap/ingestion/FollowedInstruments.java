package io.liquidationmap.ingestion;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The instruments worth asking their venues about: those of the catalog that have not been retired.
@Component
public final class FollowedInstruments {

    private final InstrumentCatalog catalog;
    private final Retirements retirements;
    private final InstantSource clock;

    public FollowedInstruments(InstrumentCatalog catalog, Retirements retirements, InstantSource clock) {
        this.catalog = catalog;
        this.retirements = retirements;
        this.clock = clock;
    }

    /// Those of this moment, by venue and symbol.
    public List<Instrument> now() {
        Instant now = clock.instant();
        Set<InstrumentId> retired = retirements.all().stream()
                .filter(retirement -> retirement.covers(now))
                .map(Retirements.Retirement::instrument)
                .collect(Collectors.toSet());
        return catalog.instruments().stream()
                .filter(instrument -> !retired.contains(instrument.id()))
                .toList();
    }
}
