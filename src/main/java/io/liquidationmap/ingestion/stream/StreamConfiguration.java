package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.ingestion.FollowedInstruments;
import io.liquidationmap.ingestion.Reachability;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Listens to the feeds of the enabled venues.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(
        prefix = "liquidationmap",
        name = {"ingestion.enabled", "streams.enabled"},
        matchIfMissing = true)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

    @Bean
    LiquidationStreams liquidationStreams(
            ObjectProvider<LiquidationFeed> feeds,
            FollowedInstruments instruments,
            LiquidationLog liquidations,
            StreamProperties properties,
            Reachability venues,
            MeterRegistry registry,
            Clock clock) {
        return new LiquidationStreams(
                feeds.stream().toList(), instruments, liquidations, properties, venues, registry, clock);
    }
}
