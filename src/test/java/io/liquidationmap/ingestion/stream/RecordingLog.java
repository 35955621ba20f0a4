package io.liquidationmap.ingestion.stream;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers what it was told to store; can be told to fail.
final class RecordingLog implements LiquidationLog {

    final List<Liquidation> events = new ArrayList<>();
    private final Map<Instant, Coverage> coverage = new LinkedHashMap<>();

    @Nullable RuntimeException failure;

    @Override
    public long append(Collection<Liquidation> more, Collection<Coverage> covered) {
        if (failure != null) {
            throw failure;
        }
        events.addAll(more);
        covered.forEach(stretch -> coverage.put(stretch.from(), stretch));
        return more.size();
    }

    /// The stretches as last told, by their beginnings.
    List<Coverage> latest() {
        return List.copyOf(coverage.values());
    }

    @Override
    public List<Liquidation> events(InstrumentId instrument, Instant from, Instant to) {
        return List.copyOf(events);
    }

    @Override
    public long lastNumber() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Heard> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StepSum> sums(InstrumentId instrument, Interval step, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Coverage> coverage(InstrumentId instrument, Instant from, Instant to) {
        return latest();
    }

    @Override
    public long completeBars(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
