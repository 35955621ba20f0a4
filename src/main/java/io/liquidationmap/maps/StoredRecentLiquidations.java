package io.liquidationmap.maps;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.market.InstrumentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads them from the log that all instances write.
@Component
class StoredRecentLiquidations implements RecentLiquidations {

    private final LiquidationLog log;

    StoredRecentLiquidations(LiquidationLog log) {
        this.log = log;
    }

    @Override
    public long lastNumber() {
        return log.lastNumber();
    }

    @Override
    public List<Published> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
        return log.stored(instruments, after, upTo, most).stream()
                .map(heard -> new Published(heard.number(), heard.liquidation(), heard.completeness()))
                .toList();
    }

    @Override
    public Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
        return log.happened(instruments, after, upTo).map(happened -> new Happened(happened.first(), happened.last()));
    }
}
