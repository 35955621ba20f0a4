package io.liquidationmap.ingestion.census;

import static java.util.Collections.max;
import static java.util.Collections.min;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How soon an account is looked at again. A large position moves the map more than a small one, but a hundred small
/// ones as much as a large one: so the time between two visits falls with the square root of what is held.
final class RevisitRule {

    private static final Duration OF_A_MILLION = Duration.ofMinutes(15);
    private static final double MILLION_USD = 1e6;

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LONGEST_OF_NOTHING = Duration.ofDays(7);
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private RevisitRule() {}

    /// For an account that was seen but not looked at: as if it held what it is worth.
    ///
    /// @param equityUsd null if that is not known
    static Duration ofNew(@Nullable Double equityUsd) {
        return equityUsd == null || equityUsd.isNaN() ? UNKNOWN : holding(Math.max(equityUsd, 0));
    }

    /// For an account that was looked at; one that holds nothing time after time is looked at ever more seldom.
    ///
    /// @param heldUsd value of its positions, US dollars
    /// @param before the time between the last two visits
    static Duration after(double heldUsd, Duration before) {
        return heldUsd > 0
                ? holding(heldUsd)
                : min(List.of(LONGEST_OF_NOTHING, max(List.of(LONGEST, before.multipliedBy(2)))));
    }

    private static Duration holding(double usd) {
        double millis = OF_A_MILLION.toMillis() / Math.sqrt(usd / MILLION_USD);
        return millis >= LONGEST.toMillis() ? LONGEST : max(List.of(SHORTEST, Duration.ofMillis(Math.round(millis))));
    }
}
