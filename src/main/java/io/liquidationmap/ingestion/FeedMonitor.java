package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import java.util.List;

/// Whoever listens to the venues' streams, and can say how that goes.
public interface FeedMonitor {

    /// The feeds this instance has something to listen to on, by name.
    List<FeedStatus> feeds();
}
