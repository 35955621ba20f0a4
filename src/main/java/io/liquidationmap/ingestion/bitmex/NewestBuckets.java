package io.liquidationmap.ingestion.bitmex;

import static java.util.stream.Collectors.groupingBy;

import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was traded lately in all contracts, in one answer: the limit has no room for a request for each.
final class NewestBuckets {

    private static final int BUCKETS = 3;

    /// Short enough for who asks again because the venue was late to get another answer.
    private static final Duration SHARED_FOR = Duration.ofSeconds(4);

    private final Map<Interval, SharedAnswer<Map<String, List<BucketRow>>>> answers = new ConcurrentHashMap<>();
    private final BitmexApi api;
    private final Clock clock;

    NewestBuckets(BitmexApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// The last three at most, newest first; none of a contract the answer has no room for.
    ///
    /// @param binSize what the venue calls the interval
    List<BucketRow> of(String symbol, Interval interval, String binSize) {
        return answers.computeIfAbsent(
                        interval, length -> new SharedAnswer<>(() -> ask(length, binSize), SHARED_FOR, clock))
                .get()
                .answer()
                .getOrDefault(symbol, List.of());
    }

    private Map<String, List<BucketRow>> ask(Interval interval, String binSize) {
        Instant last = interval.floor(clock.instant());
        Instant first = last.minus(interval.duration().multipliedBy(BUCKETS - 1));
        return api.bucketsOfAll(binSize, false, true, first, last, BitmexHistory.BUCKETS_PER_REQUEST).stream()
                .filter(row -> row.symbol() != null)
                .collect(groupingBy(row -> String.valueOf(row.symbol())));
    }
}
