package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Instrument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// As much of a feed as the venue allows on one connection.
///
/// @param index 0 for the first
record FeedPart(LiquidationFeed feed, int index) {

    /// No more than this for one feed: venues limit the connections of an address, too.
    private static final int MOST = 8;

    /// All that may be needed; those that are not stay idle.
    static Stream<FeedPart> of(LiquidationFeed feed) {
        int parts = feed.instrumentsPerConnection() == Integer.MAX_VALUE ? 1 : MOST;
        return IntStream.range(0, parts).mapToObj(index -> new FeedPart(feed, index));
    }

    /// What tells it from all others, for the operator.
    String name() {
        return index == 0 ? feed.name() : feed.name() + "-" + (index + 1);
    }

    /// Its share of what the feed carries.
    Set<Instrument> of(List<Instrument> instruments) {
        return instruments.stream()
                .filter(instrument -> instrument.venue().equals(feed.venue()) && feed.carries(instrument))
                .sorted()
                .skip((long) index * feed.instrumentsPerConnection())
                .limit(feed.instrumentsPerConnection())
                .collect(Collectors.toUnmodifiableSet());
    }
}
