package io.liquidationmap.ingestion.gate;

import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the statistics are labelled with the beginning or the end of their period, which is not documented. Found out
/// from the venue itself: each row has the mark price of the instant it holds for, which is the opening or the closing
/// price of the mark's candle with the same label.
final class StatisticsLabels {

    private static final Logger log = LoggerFactory.getLogger(StatisticsLabels.class);

    /// A contract that has always been there, and moves.
    private static final String PROBED = "BTC_USDT";

    private static final Interval PERIOD = Interval.FIVE_MINUTES;
    private static final int PROBED_PERIODS = 100;

    /// One reading must fit so much better than the other.
    private static final double CLEARLY = 2;

    private static final Duration RECHECK = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final GateApi api;
    private final Clock clock;
    private @Nullable Boolean beginning;
    private Instant nextCheck = Instant.EPOCH;

    StatisticsLabels(GateApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// What is to be added to a label to get the instant its row holds for; empty while that cannot be told.
    synchronized Optional<Duration> toEnd(Interval period) {
        Instant now = clock.instant();
        if (!now.isBefore(nextCheck)) {
            check(now);
        }
        return Optional.ofNullable(beginning).map(isBeginning -> isBeginning ? period.duration() : Duration.ZERO);
    }

    private void check(Instant now) {
        Instant to = PERIOD.floor(now);
        long from = to.minus(PERIOD.duration().multipliedBy(PROBED_PERIODS)).getEpochSecond();
        Map<Instant, CandleRow> candles = new TreeMap<>();
        api.candles(Contract.USDT, "mark_" + PROBED, PERIOD.toString(), from, to.getEpochSecond() - 1)
                .forEach(candle -> candles.put(candle.openTime(), candle));
        List<StatisticsRow> rows = api.statistics(Contract.USDT, PROBED, PERIOD.toString(), from, PROBED_PERIODS);
        double fromOpen = 0;
        double fromClose = 0;
        for (StatisticsRow row : rows) {
            CandleRow candle = candles.get(row.label());
            if (candle != null && row.markPrice() != null) {
                fromOpen += Math.abs(row.markPrice() - candle.o());
                fromClose += Math.abs(row.markPrice() - candle.c());
            }
        }
        boolean clear = Math.max(fromOpen, fromClose) > CLEARLY * Math.min(fromOpen, fromClose);
        nextCheck = now.plus(clear ? RECHECK : RETRY);
        if (clear) {
            conclude(fromClose < fromOpen);
        } else {
            log.warn("what the labels of statistics mean cannot be told; they are left out until it can");
        }
    }

    private void conclude(boolean isBeginning) {
        if (beginning != null && beginning != isBeginning) {
            log.warn("statistics are now labelled with the {} of their period", isBeginning ? "beginning" : "end");
        }
        beginning = isBeginning;
    }
}
