package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// Holds series and the positions modelled from them in memory, the most recently used ones, and brings them up to
/// date when more bars are stored: a new bar costs that bar, a change in the past costs a new run of the model.
@Component
class SeriesStore {

    // Twelve columns of bars and a flag, twenty-one columns of the position book, the digest and two counts.
    private static final int BYTES_PER_BAR = 12 * 8 + 1 + 21 * 8 + 8 + 2 * 4;

    private final BarHistory history;
    private final DataSize memory;
    private final LoadingCache<Key, Holder> holders;

    SeriesStore(BarHistory history, MapsProperties properties) {
        this.history = history;
        this.memory = properties.seriesMemory();
        this.holders = Caffeine.newBuilder()
                .maximumWeight(memory.toKilobytes())
                .weigher((Key _, Holder holder) -> holder.kilobytes())
                .build(Holder::new);
    }

    /// The series as it was stored when `state` was read, or later.
    HeldSeries get(SeriesState state, ModelParameters parameters, Model model) {
        Key key = new Key(state.instrument(), state.interval(), parameters, model);
        Holder holder = holders.get(key);
        boolean refreshed = holder.refresh(state);
        if (refreshed) {
            // The weight of an entry is taken when it is put: a holder that has grown must be put again.
            holders.put(key, holder);
        }
        return holder.held();
    }

    /// Whether all of these can be held at once.
    boolean hasRoomFor(Stream<SeriesState> series) {
        return series.mapToLong(state -> kilobytesOf(state.bars())).sum() <= memory.toKilobytes();
    }

    private static long kilobytesOf(long bars) {
        return 1 + bars * BYTES_PER_BAR / 1024;
    }

    private record Key(InstrumentId instrument, Interval interval, ModelParameters parameters, Model model) {
        LevelBook newBook() {
            return model.newBook(parameters, interval);
        }
    }

    private final class Holder {
        private final Key key;
        private LevelBook book;
        private volatile @Nullable HeldSeries held;

        Holder(Key key) {
            this.key = key;
            this.book = key.newBook();
        }

        HeldSeries held() {
            HeldSeries current = held;
            if (current == null) {
                throw new IllegalStateException("read before it was refreshed");
            }
            return current;
        }

        int kilobytes() {
            HeldSeries current = held;
            return Math.toIntExact(
                    kilobytesOf(current == null ? 0 : current.bars().size()));
        }

        boolean refresh(SeriesState state) {
            if (isUpToDate(state)) {
                return false;
            }
            synchronized (this) {
                if (isUpToDate(state)) {
                    return false;
                }
                HeldSeries before = held;
                held = before == null ? load(state) : update(before, state);
                return true;
            }
        }

        private boolean isUpToDate(SeriesState state) {
            HeldSeries current = held;
            return current != null && current.version() >= state.version();
        }

        private HeldSeries load(SeriesState state) {
            book = key.newBook();
            Optional<HeldSeries> alike = heldWithOtherParameters(state);
            BarSeries bars = alike.map(HeldSeries::bars)
                    .orElseGet(() -> history.read(key.instrument, key.interval, state.from(), state.to()));
            book.advance(bars, 0, bars.size());
            return alike.map(series -> series.with(book.history()))
                    .orElseGet(() -> new HeldSeries(bars, book.history(), state.version()));
        }

        /// The bars are the same whatever the parameters, and to read them takes longer than to run the model over them.
        private Optional<HeldSeries> heldWithOtherParameters(SeriesState state) {
            return holders.asMap().values().stream()
                    .filter(other -> other.key.instrument.equals(key.instrument)
                            && other.key.interval.equals(key.interval)
                            && other.isUpToDate(state))
                    .map(Holder::held)
                    .findFirst();
        }

        private HeldSeries update(HeldSeries before, SeriesState state) {
            Optional<Instant> changed = history.changedSince(key.instrument, key.interval, before.version());
            Instant end = before.bars().isEmpty()
                    ? Instant.MIN
                    : before.bars().closeTime(before.bars().size() - 1);
            if (changed.isEmpty() || changed.get().isBefore(end)) {
                return load(state);
            }
            BarSeries later = history.read(key.instrument, key.interval, end, state.to());
            BarSeries bars = before.bars().append(later);
            book.advance(bars, before.bars().size(), bars.size());
            return new HeldSeries(bars, book.history(), state.version());
        }
    }
}
