package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.Groundwork;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.market.Range;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Draws maps, and keeps what those of a day have in common for the next one: the newest bar's, or that of another moment
/// somebody looks at. The least recently used goes first.
@Component
class Groundworks {

    private static final int UNLIKELY_TO_MEET = 1_024;

    private final Cache<Key, Groundwork> groundworks;

    Groundworks(MapsProperties properties) {
        groundworks = Caffeine.newBuilder()
                // Those who want different ones should not wait for each other.
                .initialCapacity(UNLIKELY_TO_MEET)
                .maximumWeight(properties.groundworkMemory().toKilobytes())
                .weigher((Key _, Groundwork groundwork) -> groundwork.kilobytes())
                .build();
    }

    /// The map of one instrument.
    LevelMap map(Contribution contribution, Range range, Model model) {
        LevelHistory levels = contribution.held().levels();
        Instant begin = Groundwork.beginOfDay(contribution.end());
        if (begin.isBefore(levels.from())) {
            return levels.at(contribution.end(), range);
        }
        Book book = new Book(
                contribution.instrument().id(),
                contribution.bars().interval(),
                contribution.model().parameters());
        long digest = contribution.held().digest(contribution.bars().lastClosedAt(begin));
        Groundwork groundwork =
                groundworks.get(new Key(book, model, begin, digest, range), _ -> levels.groundwork(begin, range));
        return levels.at(contribution.end(), range, groundwork);
    }

    /// @param begin of the day
    /// @param digest names the bars that had ended by then
    private record Key(Book book, Model model, Instant begin, long digest, Range range) {}
}
