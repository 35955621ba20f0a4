package io.liquidationmap.ingestion.binance;

import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the statistics endpoints label a row with the end of its period, as they were documented to, or with its
/// beginning, as the archive does since 2026-06-25. Found out from the venue itself: a label within the period that
/// is still running can only be the end of the one before.
final class StatisticsLabels {

    private static final Logger log = LoggerFactory.getLogger(StatisticsLabels.class);

    /// Long, so that there is seldom doubt whether the newest row is merely late.
    private static final Interval PROBED = new Interval(Duration.ofHours(4));

    private static final Duration LATEST_PUBLICATION = Duration.ofMinutes(10);
    private static final Duration RECHECK = Duration.ofDays(1);

    private final BinanceApi api;
    private final Clock clock;
    private @Nullable Boolean beginning;
    private Instant checkedAt = Instant.EPOCH;

    StatisticsLabels(BinanceApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// What is to be added to a label to get the instant its row holds for.
    ///
    /// @param symbol any that trades
    /// @param period of the row
    synchronized Duration toEnd(String symbol, Interval period) {
        Instant now = clock.instant();
        if (now.isAfter(checkedAt.plus(RECHECK))) {
            check(symbol, now);
        }
        return Boolean.TRUE.equals(beginning) ? period.duration() : Duration.ZERO;
    }

    private void check(String symbol, Instant now) {
        List<OpenInterestRow> newest = api.newestOpenInterest(symbol, PROBED.toString(), 1);
        if (newest.isEmpty()) {
            return;
        }
        Instant running = PROBED.floor(now);
        boolean endSeen = !Instant.ofEpochMilli(newest.getLast().timestamp()).isBefore(running);
        if (!endSeen && now.isBefore(running.plus(LATEST_PUBLICATION))) {
            return;
        }
        if (beginning != null && beginning == endSeen) {
            log.warn("statistics are now labelled with the {} of their period", endSeen ? "end" : "beginning");
        }
        beginning = !endSeen;
        checkedAt = now;
    }
}
