package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Sets ingestion going: everything else follows from reading the listings of the enabled venues.
final class IngestionStart {

    private final Venues venues;
    private final IngestionProperties properties;
    private final SchedulerClient scheduler;
    private final Clock clock;

    IngestionStart(Venues venues, IngestionProperties properties, SchedulerClient scheduler, Clock clock) {
        this.venues = venues;
        this.properties = properties;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Reads the listings now, whenever they were last read: the configuration may have changed since. Where the largest
    /// assets are wanted, they are found at the same time, and the listings read again if others are among them.
    @EventListener(ApplicationReadyEvent.class)
    void readListings() {
        if (properties.assetRule() instanceof AssetRule.Largest) {
            AtOnce.run(scheduler, LargestAssets.NAME, LargestAssets.NAME, clock.instant());
        }
        for (MarketDataSource source : venues.all()) {
            AtOnce.run(scheduler, Discovery.NAME, source.venue().name(), clock.instant());
        }
    }
}
