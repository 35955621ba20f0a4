package io.liquidationmap.maps;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Liquidations one by one, soon after they happened, whichever instance of the service heard of them.
public interface RecentLiquidations {

    /// The latest that are stored of several instruments.
    ///
    /// @param from none that happened earlier
    /// @param most how many at most; of more, the latest
    /// @return ascending by time
    List<Published> latest(Collection<InstrumentId> instruments, Instant from, int most);

    /// One of them.
    ///
    /// @param completeness how much of what happens its feed tells; null if that is not known
    record Published(Liquidation liquidation, @Nullable Completeness completeness) {}
}
