package io.liquidationmap.api.stream;

import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.RecentLiquidations;
import io.liquidationmap.market.InstrumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells which of the stored liquidations are new, whichever instance stored them. They are stored out of order: feeds
/// lag, and transactions end when they end. So the last minutes are read again each time, and what is known already is
/// left out. Guarded by whoever owns it.
@Component
class Tape {

    /// What is stored later than this after it happened is not told.
    private static final Duration LATEST = Duration.ofMinutes(2);

    /// What a client missed longer ago than this is not told.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST_AT_ONCE = 2_000;

    private final RecentLiquidations liquidations;
    private final JsonWriter json;
    private final Clock clock;
    private final Set<Known> known = new HashSet<>();
    private Set<InstrumentId> followed = Set.of();

    Tape(RecentLiquidations liquidations, JsonWriter json, Clock clock) {
        this.liquidations = liquidations;
        this.json = json;
        this.clock = clock;
    }

    /// What is new since the last call; of an instrument that was not followed then, nothing.
    ///
    /// @param instruments those followed from now on
    /// @return ascending
    List<Heard> news(Set<InstrumentId> instruments) {
        Instant from = clock.instant().minus(LATEST);
        List<Heard> news = new ArrayList<>();
        for (Heard heard : read(instruments, from)) {
            if (known.add(Known.of(heard)) && followed.contains(heard.instrument())) {
                news.add(heard);
            }
        }
        known.removeIf(old -> old.mark.timeMs() < from.toEpochMilli());
        followed = Set.copyOf(instruments);
        return news;
    }

    /// What happened after `mark` and has been told by [#news] to those who were there.
    ///
    /// @return ascending
    List<Heard> after(Mark mark, Collection<InstrumentId> instruments) {
        Instant earliest = clock.instant().minus(REMEMBERED);
        Instant from = Instant.ofEpochMilli(mark.timeMs());
        long late = clock.instant().minus(LATEST).toEpochMilli();
        return read(instruments, from.isBefore(earliest) ? earliest : from).stream()
                .filter(heard -> heard.mark().compareTo(mark) > 0)
                // What is in the store but not yet told comes with the next news.
                .filter(heard -> heard.mark().timeMs() < late || known.contains(Known.of(heard)))
                .toList();
    }

    /// Whether all of these were followed at the last call of [#news].
    boolean follows(Set<InstrumentId> instruments) {
        return followed.containsAll(instruments);
    }

    private List<Heard> read(Collection<InstrumentId> instruments, Instant from) {
        return liquidations.latest(instruments, from, MOST_AT_ONCE).stream()
                .map(published -> Heard.of(published, json))
                .sorted(Comparator.comparing(Heard::mark))
                .toList();
    }

    private record Known(InstrumentId instrument, Mark mark) {
        static Known of(Heard heard) {
            return new Known(heard.instrument(), heard.mark());
        }
    }
}
