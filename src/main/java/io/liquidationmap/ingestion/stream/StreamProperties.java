package io.liquidationmap.ingestion.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how venues' streams are listened to.
///
/// @param enabled whether this instance listens; it also must ingest at all
/// @param tick how often what is due is done, and received events are stored
@ConfigurationProperties("liquidationmap.streams")
record StreamProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration tick) {

    StreamProperties {
        if (tick.toMillis() < 1) {
            throw new IllegalArgumentException("liquidationmap.streams.tick must be at least a millisecond");
        }
    }
}
