package io.liquidationmap.alerts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How alerts are judged and sent.
///
/// @param every how often it is looked whether new data is in
/// @param mostPerKey how many alerts one key may have
/// @param attempts after how many failed attempts a message is given up
/// @param firstRetry how long after the first failed attempt the next one is made; each further wait is twice as long
/// @param longestRetry but no longer than this
/// @param keepDeliveries how long it is shown what was sent
@ConfigurationProperties("liquidationmap.alerts")
public record AlertsProperties(
        @DefaultValue("30s") Duration every,
        @DefaultValue("100") int mostPerKey,
        @DefaultValue("8") int attempts,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("30d") Duration keepDeliveries) {

    private static final int MOST_DOUBLINGS = 20;

    public AlertsProperties {
        if (mostPerKey < 1 || attempts < 1) {
            throw new IllegalArgumentException("alerts and attempts must be allowed at least once");
        }
    }

    /// How long to wait after so many failed attempts.
    Duration waitAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
