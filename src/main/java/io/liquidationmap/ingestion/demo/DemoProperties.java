package io.liquidationmap.ingestion.demo;

import io.liquidationmap.market.Interval;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which simulated markets there are. Two instances with the same settings see the same markets, also after a restart:
/// changing one starts another history.
///
/// @param origin when the markets opened; a boundary of five minutes
/// @param seed what happens in them
@ConfigurationProperties("liquidationmap.demo")
record DemoProperties(
        @DefaultValue("2025-07-01T00:00:00Z") Instant origin,
        @DefaultValue("1") long seed) {

    DemoProperties {
        if (!Interval.FIVE_MINUTES.isBoundary(origin)) {
            throw new IllegalArgumentException("liquidationmap.demo.origin must be a whole multiple of five minutes");
        }
    }
}
