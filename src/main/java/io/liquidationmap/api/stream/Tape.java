package io.liquidationmap.api.stream;

import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.RecentLiquidations;
import io.liquidationmap.market.InstrumentId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells which of the stored liquidations are new, whichever instance stored them and whenever they happened: in the
/// order of their numbers, which is that in which they were stored. Guarded by whoever owns it.
@Component
class Tape {

    /// Of more, the last are told, and that there were more.
    static final int MOST_AT_ONCE = 2_000;

    /// How many numbers back it is looked for what a client missed. The numbers of all instruments are one row.
    static final long REMEMBERED = 200_000;

    private static final long NEVER_LOOKED = -1;

    private final RecentLiquidations liquidations;
    private final JsonWriter json;
    private final Clock clock;
    private long reached = NEVER_LOOKED;

    Tape(RecentLiquidations liquidations, JsonWriter json, Clock clock) {
        this.liquidations = liquidations;
        this.json = json;
        this.clock = clock;
    }

    /// What was stored since the last call; nothing at the first.
    News news(Set<InstrumentId> instruments) {
        long last = liquidations.lastNumber();
        News news = reached == NEVER_LOOKED ? new News(null, List.of(), last) : between(reached, last, instruments);
        reached = last;
        return news;
    }

    /// What has been told by [#news] to those who were there, and was stored after that number.
    News after(long number, Collection<InstrumentId> instruments) {
        return between(number, reached, instruments);
    }

    private News between(long after, long upTo, Collection<InstrumentId> instruments) {
        List<Heard> heard =
                liquidations.stored(instruments, Math.max(after, upTo - REMEMBERED), upTo, MOST_AT_ONCE).stream()
                        .map(published -> Heard.of(published, json))
                        .toList();
        // A number that was never given is one of another database.
        if (after > upTo || after < upTo - REMEMBERED) {
            return new News(GapEvent.unknown(clock.instant()), heard, upTo);
        }
        return new News(heard.size() < MOST_AT_ONCE ? null : untold(instruments, after, heard.getFirst()), heard, upTo);
    }

    private @Nullable GapEvent untold(Collection<InstrumentId> instruments, long after, Heard firstTold) {
        return liquidations
                .happened(instruments, after, firstTold.number() - 1)
                .map(happened -> GapEvent.of(happened.first(), happened.last()))
                .orElse(null);
    }

    /// Liquidations that are told together.
    ///
    /// @param gap in which others are left out; null if none are
    /// @param heard ascending by number
    /// @param reached the number up to which all are told, or part of the gap
    record News(@Nullable GapEvent gap, List<Heard> heard, long reached) {
        News {
            heard = List.copyOf(heard);
        }
    }
}
