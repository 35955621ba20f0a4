package io.liquidationmap.history;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The port's behaviour written down as plainly as can be: for tests that need no database, and to compare with.
/// Takes any instrument for a registered one.
public final class InMemoryBarHistory implements BarHistory {

    private final Clock clock;
    private final Map<Key, Series> series = new HashMap<>();

    /// An empty history whose changes are dated by `clock`.
    public InMemoryBarHistory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized WriteResult write(InstrumentId instrument, Interval interval, Iterable<Bar> bars) {
        SortedMap<Instant, Bar> incoming = new TreeMap<>();
        for (Bar bar : bars) {
            if (!interval.isBoundary(bar.openTime())) {
                throw new IllegalArgumentException("not on a boundary of the interval: " + bar.openTime());
            }
            incoming.put(bar.openTime(), bar);
        }
        if (incoming.isEmpty()) {
            return WriteResult.NONE;
        }
        return series.computeIfAbsent(new Key(instrument, interval), _ -> new Series())
                .write(incoming, clock.instant());
    }

    @Override
    public synchronized BarSeries read(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        return BarSeries.of(interval, bars(instrument, interval, from, to).values());
    }

    @Override
    public synchronized OptionalDouble fundingRate(
            InstrumentId instrument, Interval interval, Instant from, Instant to) {
        List<Double> rates = bars(instrument, interval, from, to).values().stream()
                .map(Bar::fundingRate)
                .filter(Objects::nonNull)
                .toList();
        return rates.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rates.stream().mapToDouble(rate -> rate).sum());
    }

    @Override
    public synchronized List<SeriesState> series() {
        return series.keySet().stream()
                .sorted(Comparator.comparing(Key::instrument).thenComparing(Key::interval))
                .map(key -> series(key.instrument(), key.interval()).orElseThrow())
                .toList();
    }

    @Override
    public synchronized List<SeriesState> series(InstrumentId instrument) {
        return series().stream()
                .filter(state -> state.instrument().equals(instrument))
                .toList();
    }

    @Override
    public synchronized Optional<SeriesState> series(InstrumentId instrument, Interval interval) {
        return Optional.ofNullable(series.get(new Key(instrument, interval)))
                .map(stored -> new SeriesState(
                        instrument,
                        interval,
                        stored.bars.firstKey(),
                        stored.bars.lastKey().plus(interval.duration()),
                        stored.bars.size(),
                        stored.firstChanges.size(),
                        stored.changedAt));
    }

    @Override
    public synchronized Optional<Instant> changedSince(InstrumentId instrument, Interval interval, long version) {
        return Optional.ofNullable(series.get(new Key(instrument, interval)))
                .flatMap(stored -> stored.firstChanges.stream().skip(version).min(Comparator.naturalOrder()));
    }

    @Override
    public synchronized List<Gap> gaps(
            InstrumentId instrument, Interval interval, Instant from, Instant to, boolean openInterestRequired) {
        SortedMap<Instant, Bar> present = new TreeMap<>(bars(instrument, interval, from, to));
        present.values().removeIf(bar -> openInterestRequired && bar.openInterest() == null);
        List<Gap> gaps = new ArrayList<>();
        @Nullable Instant missingFrom = null;
        for (Instant time = interval.ceiling(from); time.isBefore(to); time = time.plus(interval.duration())) {
            if (!present.containsKey(time) && missingFrom == null) {
                missingFrom = time;
            } else if (present.containsKey(time) && missingFrom != null) {
                gaps.add(new Gap(missingFrom, time));
                missingFrom = null;
            }
        }
        if (missingFrom != null) {
            gaps.add(new Gap(missingFrom, to));
        }
        return List.copyOf(gaps);
    }

    private SortedMap<Instant, Bar> bars(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        Series stored = series.get(new Key(instrument, interval));
        return stored == null || to.isBefore(from) ? new TreeMap<>() : stored.bars.subMap(from, to);
    }

    private record Key(InstrumentId instrument, Interval interval) {}

    private static final class Series {
        private final SortedMap<Instant, Bar> bars = new TreeMap<>();
        private final List<Instant> firstChanges = new ArrayList<>();
        private Instant changedAt = Instant.MIN;

        WriteResult write(SortedMap<Instant, Bar> incoming, Instant now) {
            long added = 0;
            long changed = 0;
            @Nullable Instant firstChanged = null;
            for (Bar bar : incoming.values()) {
                Bar before = bars.get(bar.openTime());
                Bar after = before == null ? bar : merge(before, bar);
                if (!after.equals(before)) {
                    bars.put(bar.openTime(), after);
                    firstChanged = firstChanged == null ? bar.openTime() : firstChanged;
                    added += before == null ? 1 : 0;
                    changed += before == null ? 0 : 1;
                }
            }
            if (firstChanged != null) {
                firstChanges.add(firstChanged);
                changedAt = now;
            }
            return new WriteResult(added, changed, incoming.size() - added - changed);
        }

        private static Bar merge(Bar before, Bar incoming) {
            boolean candleStays = before.priceKind() == PriceKind.MARK && incoming.priceKind() == PriceKind.LAST;
            Bar candle = candleStays ? before : incoming;
            return Bar.at(before.openTime(), candle.price(), candle.priceKind())
                    .vwap(known(incoming.vwap(), before.vwap()))
                    .volume(known(incoming.volume(), before.volume()))
                    .takerBuyVolume(known(incoming.takerBuyVolume(), before.takerBuyVolume()))
                    .openInterest(known(incoming.openInterest(), before.openInterest()))
                    .longShortRatio(known(incoming.longShortRatio(), before.longShortRatio()))
                    .topAccountRatio(known(incoming.topAccountRatio(), before.topAccountRatio()))
                    .topPositionRatio(known(incoming.topPositionRatio(), before.topPositionRatio()))
                    .fundingRate(known(incoming.fundingRate(), before.fundingRate()))
                    .liquidatedLongUsd(known(incoming.liquidatedLongUsd(), before.liquidatedLongUsd()))
                    .liquidatedShortUsd(known(incoming.liquidatedShortUsd(), before.liquidatedShortUsd()))
                    .build();
        }

        private static @Nullable Double known(@Nullable Double incoming, @Nullable Double before) {
            return incoming == null ? before : incoming;
        }
    }
}
