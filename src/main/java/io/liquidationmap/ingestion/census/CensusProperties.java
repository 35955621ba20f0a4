package io.liquidationmap.ingestion.census;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the positions of public accounts are counted.
///
/// @param enabled whether this instance takes part
/// @param visitEvery how often a portion of accounts is visited
/// @param visits how many accounts a portion has at most; the venue's limit may allow fewer
/// @param retention how long positions are kept
@ConfigurationProperties("liquidationmap.census")
record CensusProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10s") Duration visitEvery,
        @DefaultValue("60") int visits,
        @DefaultValue("14d") Duration retention) {

    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);

    CensusProperties {
        if (visitEvery.isNegative() || visitEvery.isZero()) {
            throw new IllegalArgumentException("the time between two portions of visits must be positive");
        }
        if (visits < 1) {
            throw new IllegalArgumentException("a portion has at least one visit");
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("positions must be kept for a day at least: maps use those of a day");
        }
    }
}
