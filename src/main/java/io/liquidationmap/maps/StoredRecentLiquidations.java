package io.liquidationmap.maps;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads them from the log that all instances write.
@Component
class StoredRecentLiquidations implements RecentLiquidations {

    private final LiquidationLog log;

    StoredRecentLiquidations(LiquidationLog log) {
        this.log = log;
    }

    @Override
    public List<Published> latest(Collection<InstrumentId> instruments, Instant from, int most) {
        return log.latest(instruments, from, most).stream()
                .map(heard -> new Published(heard.liquidation(), heard.completeness()))
                .toList();
    }
}
