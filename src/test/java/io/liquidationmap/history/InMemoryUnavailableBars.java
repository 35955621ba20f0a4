package io.liquidationmap.history;

import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was asked for in vain, in memory, of bars of one length.
public final class InMemoryUnavailableBars implements UnavailableBars {

    private final Map<InstrumentId, Map<Gap, Long>> stretches = new HashMap<>();

    @Override
    public List<Gap> of(InstrumentId instrument, Interval interval) {
        return List.copyOf(stretches.getOrDefault(instrument, Map.of()).keySet());
    }

    @Override
    public void replace(InstrumentId instrument, Interval interval, Map<Gap, Long> found) {
        stretches.put(instrument, found);
    }

    @Override
    public Map<InstrumentId, Long> missingBars(Interval interval) {
        Map<InstrumentId, Long> missing = new HashMap<>();
        stretches.forEach((instrument, found) -> missing.put(
                instrument, found.values().stream().mapToLong(Long::longValue).sum()));
        return missing;
    }
}
