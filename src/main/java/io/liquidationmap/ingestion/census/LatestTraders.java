package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Learns of the accounts that trade the contracts the service knows: those the venue's list leaves out.
final class LatestTraders implements CensusWork {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final PositionCensus census;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    LatestTraders(PositionCensus census, InstrumentCatalog catalog, Clock clock) {
        this.census = census;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "census-latest";
    }

    @Override
    public Instant run(PositionSource source) {
        for (Instrument instrument : catalog.instruments()) {
            if (instrument.venue().equals(source.venue())) {
                List<Sighting> seen = source.latest(instrument).stream()
                        .map(trader -> new Sighting(trader.account(), RevisitRule.ofNew(trader.equityUsd())))
                        .toList();
                census.learn(source.venue(), seen, clock.instant());
            }
        }
        return clock.instant().plus(EVERY);
    }
}
