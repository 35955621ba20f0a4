package io.liquidationmap.history;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;

/// What was declared, in memory. Takes any instrument for a registered one.
public final class InMemoryCompleteness implements LiquidationCompleteness {

    private final Map<InstrumentId, Completeness> declared = new HashMap<>();

    @Override
    public Completeness of(InstrumentId instrument) {
        return declared.getOrDefault(instrument, Completeness.THROTTLED);
    }

    @Override
    public void declare(InstrumentId instrument, Completeness completeness) {
        declared.put(instrument, completeness);
    }
}
