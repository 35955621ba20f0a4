package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the REST interface knows of the past: trades and funding. Of the mark price it knows the present only.
final class BitmexHistory {

    static final int BUCKETS_PER_REQUEST = 1_000;
    private static final int PAYMENTS_PER_REQUEST = 500;

    /// Funding is paid every eight hours, by some contracts every four, at the full hour.
    private static final Interval FUNDING_PERIOD = Interval.parse("4h");

    private static final Duration FUNDING_STRETCH = FUNDING_PERIOD.duration().multipliedBy(PAYMENTS_PER_REQUEST);

    private static final IntervalNames BIN_SIZES =
            new IntervalNames(Stream.of("1m", "5m", "1h", "1d").collect(Collectors.toMap(name -> name, name -> name)));

    private final BitmexApi api;
    private final NewestBuckets newest;

    BitmexHistory(BitmexApi api, NewestBuckets newest) {
        this.api = api;
        this.newest = newest;
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        collectTrades(bars, instrument, interval, from, to);
        Stretches.forEach(
                FUNDING_PERIOD.ceiling(from),
                to,
                FUNDING_STRETCH,
                (begin, end) ->
                        api.funding(instrument.symbol(), begin, end.minusMillis(1), PAYMENTS_PER_REQUEST).stream()
                                .distinct()
                                .forEach(row -> bars.funding(row.timestamp(), row.fundingRate())));
    }

    /// Adds what was traded in the bars that open in `[from, to)`, the newest there are.
    void collectNewest(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        List<BucketRow> rows = newest.of(instrument.symbol(), interval, BIN_SIZES.of(interval));
        if (rows.isEmpty()) {
            collectTrades(bars, instrument, interval, from, to);
        }
        rows.forEach(row -> add(bars, row, interval));
    }

    private void collectTrades(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String binSize = BIN_SIZES.of(interval);
        Duration longest = interval.duration().multipliedBy(BUCKETS_PER_REQUEST);
        Stretches.forEach(from, to, longest, (begin, end) -> {
            Instant firstEnd = begin.plus(interval.duration());
            api.buckets(instrument.symbol(), binSize, false, firstEnd, end, BUCKETS_PER_REQUEST)
                    .forEach(row -> add(bars, row, interval));
        });
    }

    private static void add(BarAssembly bars, BucketRow row, Interval interval) {
        Kline kline = row.toKline(interval);
        if (kline == null) {
            bars.refuse(row.timestamp(), "trades have no price or no size");
        } else {
            bars.trade(kline);
        }
    }
}
