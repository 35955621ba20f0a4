package io.liquidationmap.ingestion;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes what was heard of liquidations into the bars that were listened to from beginning to end, so that what is
/// made from bars knows of it.
@Component
final class LiquidationSums implements SeriesTask {

    /// A bar is stored and what was heard of it is too by then; a late one is completed next time.
    private static final Duration DELAY = Duration.ofSeconds(30);

    /// Bars are seldom stored later than this.
    private static final Duration REACH = Duration.ofDays(7);

    private final LiquidationLog log;
    private final BarHistory history;
    private final IngestionProperties properties;
    private final Clock clock;

    LiquidationSums(LiquidationLog log, BarHistory history, IngestionProperties properties, Clock clock) {
        this.log = log;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "liquidation-sums";
    }

    @Override
    public Optional<Instant> run(MarketDataSource source, Instrument instrument) {
        Instant now = clock.instant();
        for (SeriesState series : history.series(instrument.id())) {
            log.completeBars(instrument.id(), series.interval(), now.minus(REACH), now);
        }
        Duration interval = properties.interval();
        return Optional.of(
                properties.bars().floor(now.minus(DELAY)).plus(interval).plus(DELAY));
    }
}
