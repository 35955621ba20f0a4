package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the statistics endpoints label a row with the end of its period, as they were documented to, or with its
/// beginning, as the archive does since 2026-06-25. Found out from the venue itself: a label within the day that is
/// still running can only be the end of the day before.
final class StatisticsLabels {

    private static final Logger log = LoggerFactory.getLogger(StatisticsLabels.class);

    /// The longest period, so that there is seldom doubt whether the newest row is merely late.
    private static final Interval PROBED_PERIOD = Interval.ONE_DAY;

    private static final Duration LATEST_PUBLICATION = Duration.ofMinutes(10);
    private static final Duration RECHECK = Duration.ofDays(1);

    private final FuturesMarket market;
    private final Clock clock;
    private @Nullable Boolean beginning;
    private Instant checkedAt = Instant.EPOCH;

    StatisticsLabels(FuturesMarket market, Clock clock) {
        this.market = market;
        this.clock = clock;
    }

    /// What is to be added to a label to get the instant its row holds for.
    ///
    /// @param period of the row
    /// @throws VenueBusyException if that cannot be known yet, for some minutes after the first start at midnight
    synchronized Duration toEnd(Interval period) {
        Instant now = clock.instant();
        if (now.isAfter(checkedAt.plus(RECHECK))) {
            check(now);
        }
        return Boolean.TRUE.equals(beginning) ? period.duration() : Duration.ZERO;
    }

    private void check(Instant now) {
        List<OpenInterestRow> newest = market.newestDayOfOpenInterest();
        if (newest.isEmpty()) {
            return;
        }
        Instant running = PROBED_PERIOD.floor(now);
        boolean labelledByEnd =
                !Instant.ofEpochMilli(newest.getLast().timestamp()).isBefore(running);
        Duration doubt = Duration.between(now, running.plus(LATEST_PUBLICATION));
        if (!labelledByEnd && doubt.isPositive()) {
            if (beginning == null) {
                throw new VenueBusyException("what the labels of statistics mean shows soon after midnight", doubt);
            }
            return;
        }
        if (beginning != null && beginning == labelledByEnd) {
            log.warn("statistics are now labelled with the {} of their period", labelledByEnd ? "end" : "beginning");
        }
        beginning = !labelledByEnd;
        checkedAt = now;
    }
}
