package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Retirements in memory. Takes any instrument for a registered one.
public final class InMemoryRetirements implements Retirements {

    private final List<Retirement> all = new ArrayList<>();

    @Override
    public void retire(InstrumentId instrument, Instant at) {
        if (all.stream().noneMatch(retirement -> isPresent(retirement, instrument))) {
            all.add(new Retirement(instrument, at, null));
        }
    }

    @Override
    public void revive(InstrumentId instrument, Instant at) {
        all.replaceAll(retirement ->
                isPresent(retirement, instrument) ? new Retirement(instrument, retirement.from(), at) : retirement);
    }

    @Override
    public List<Retirement> all() {
        return List.copyOf(all);
    }

    private static boolean isPresent(Retirement retirement, InstrumentId instrument) {
        return retirement.instrument().equals(instrument) && retirement.to() == null;
    }
}
