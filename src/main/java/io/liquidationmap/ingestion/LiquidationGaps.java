package io.liquidationmap.ingestion;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks venues that remember for the liquidations of the time in which nobody listened.
@Component
final class LiquidationGaps implements SeriesTask {

    /// What was listened to until now is stored by then, and what the venue remembers is complete.
    private static final Duration DELAY = Duration.ofMinutes(2);

    private final LiquidationLog log;
    private final IngestionProperties properties;
    private final Clock clock;

    LiquidationGaps(LiquidationLog log, IngestionProperties properties, Clock clock) {
        this.log = log;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "liquidation-gaps";
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        return source.pastLiquidations().map(past -> {
            Instant now = clock.instant();
            fill(past, instrument, now.minus(past.reach()), now.minus(DELAY));
            return now.plus(properties.repairEvery());
        });
    }

    private void fill(PastLiquidations past, Instrument instrument, Instant from, Instant to) {
        Instant known = from;
        for (Coverage stretch : log.coverage(instrument.id(), from, to)) {
            fillGap(past, instrument, known, stretch.from());
            known = stretch.to();
        }
        fillGap(past, instrument, known, to);
    }

    private void fillGap(PastLiquidations past, Instrument instrument, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        Remembered remembered = past.between(instrument, from, to);
        log.append(
                remembered.events(),
                remembered.from().isBefore(to)
                        ? List.of(new Coverage(instrument.id(), remembered.from(), to, past.completeness()))
                        : List.of());
    }
}
