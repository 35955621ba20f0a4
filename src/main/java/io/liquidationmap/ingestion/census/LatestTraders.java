package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Learns of the accounts that trade the contracts the service follows: those the venue's list leaves out.
final class LatestTraders implements CensusWork {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final PositionCensus census;
    private final FollowedInstruments instruments;
    private final Clock clock;

    LatestTraders(PositionCensus census, FollowedInstruments instruments, Clock clock) {
        this.census = census;
        this.instruments = instruments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "census-latest";
    }

    @Override
    public Instant run(PositionSource source) {
        for (Instrument instrument : instruments.now()) {
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
