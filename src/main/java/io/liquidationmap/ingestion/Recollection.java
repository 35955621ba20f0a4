package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.market.Liquidation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a venue's rows tell of liquidations, row by row: one that cannot be true costs only itself. Mutable, for one
/// thread.
public final class Recollection {

    private final List<Liquidation> events = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /// Takes what a row tells.
    ///
    /// @param at the instant the row is about
    /// @param liquidations what it tells of; throws where the row cannot be true
    public <T> void take(T row, Instant at, Function<T, List<Liquidation>> liquidations) {
        try {
            events.addAll(liquidations.apply(row));
        } catch (RuntimeException e) {
            refusals.add(new Refusal(at, e.getMessage() + ": " + row));
        }
    }

    /// All of it, those numbered that are alike in everything.
    ///
    /// @param from since when that is all there is
    public Remembered since(Instant from) {
        return new Remembered(Liquidation.numbered(events), from, refusals);
    }
}
