package io.liquidationmap.engine.ladder;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Capital put to work in phases, one per zone, more of it the farther price has gone: of `n` phases the first gets one
/// part, the second two, the last `n`.
///
/// The leverage of each phase is the highest with which all that is held by then outlives price going to the end of the
/// *last* zone, not only of its own: a ladder whose first rungs are liquidated before the last is reached is none.
///
/// @param cut where its zones were cut
/// @param rungs one per phase, in order; empty where there was nothing to cut
public record Ladder(Zones.Cut cut, List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /// One phase.
    ///
    /// @param zone where its part is invested
    /// @param share its part of the capital, in (0, 1)
    /// @param allocationUsd the same in US dollars: margin, not notional
    /// @param investedUsd the parts of this and all phases before
    /// @param averageEntry of all that is held after the phase, quote per coin: with the same leverage in every phase,
    ///     the harmonic mean of the entries weighted by allocation
    /// @param safe the highest leverage all of it outlives the whole ladder with; null where not even 1 is low enough
    public record Rung(
            Zone zone,
            double share,
            double allocationUsd,
            double investedUsd,
            double averageEntry,
            SafeLeverage.@Nullable Found safe) {}

    /// Spreads capital over zones.
    ///
    /// @param capitalUsd US dollars, positive
    public static Ladder over(Zones zones, Side side, double capitalUsd, SafeLeverage leverage) {
        List<Rung> rungs = new ArrayList<>();
        int parts = zones.all().size() * (zones.all().size() + 1) / 2;
        double invested = 0;
        double coinsPerLeverage = 0;
        for (Zone zone : zones.all()) {
            double share = (rungs.size() + 1.0) / parts;
            double allocation = share * capitalUsd;
            invested += allocation;
            coinsPerLeverage += allocation / zone.entry();
            double averageEntry = invested / coinsPerLeverage;
            Optional<SafeLeverage.Found> safe = leverage.highest(
                    side, averageEntry, invested, zones.all().getLast().far());
            rungs.add(new Rung(zone, share, allocation, invested, averageEntry, safe.orElse(null)));
        }
        return new Ladder(zones.cut(), rungs);
    }
}
