package io.liquidationmap.maps;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Liquidations one by one as they are stored, by whichever instance of the service.
public interface RecentLiquidations {

    /// The number of the one stored last, of whichever instrument; 0 if there is none. All that are ever stored from now
    /// on have higher ones.
    long lastNumber();

    /// Those of several instruments whose numbers lie in `(after, upTo]`.
    ///
    /// @param most how many at most; of more, those stored last
    /// @return ascending by number
    List<Published> stored(Collection<InstrumentId> instruments, long after, long upTo, int most);

    /// When those of several instruments happened whose numbers lie in `(after, upTo]`; empty if there is none.
    Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo);

    /// One of them.
    ///
    /// @param number ascends in the order in which they were stored
    /// @param completeness how much of what happens its feed tells; null if that is not known
    record Published(
            long number, Liquidation liquidation, @Nullable Completeness completeness) {}

    /// When several happened.
    record Happened(Instant first, Instant last) {}
}
