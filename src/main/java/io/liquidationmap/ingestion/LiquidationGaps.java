package io.liquidationmap.ingestion;

import static java.util.Collections.max;

import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks venues that remember for the liquidations of the time in which nobody listened.
@Component
final class LiquidationGaps implements SeriesTask {

    /// What was listened to until now is stored by then, and what the venue remembers is complete.
    private static final Duration DELAY = Duration.ofMinutes(2);

    private final LiquidationLog log;
    private final IngestionJournal journal;
    private final IngestionMetrics metrics;
    private final IngestionProperties properties;
    private final Clock clock;

    LiquidationGaps(
            LiquidationLog log,
            IngestionJournal journal,
            IngestionMetrics metrics,
            IngestionProperties properties,
            Clock clock) {
        this.log = log;
        this.journal = journal;
        this.metrics = metrics;
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
        Instant startedAt = clock.instant();
        Remembered remembered = past.between(instrument, from, to);
        log.append(remembered.events(), covered(remembered, instrument, to, past.completeness()));
        if (!remembered.refusals().isEmpty()) {
            refuse(instrument, startedAt, remembered);
        }
    }

    /// What was refused may have been a liquidation: of that millisecond nothing is known.
    private static List<Coverage> covered(
            Remembered remembered, Instrument instrument, Instant to, Completeness completeness) {
        List<Coverage> covered = new ArrayList<>();
        Instant known = remembered.from();
        for (Instant refused :
                remembered.refusals().stream().map(Refusal::at).sorted().toList()) {
            Instant millisecond = refused.truncatedTo(ChronoUnit.MILLIS);
            if (known.isBefore(millisecond)) {
                covered.add(new Coverage(instrument.id(), known, millisecond, completeness));
            }
            known = max(List.of(known, millisecond.plusMillis(1)));
        }
        if (known.isBefore(to)) {
            covered.add(new Coverage(instrument.id(), known, to, completeness));
        }
        return covered;
    }

    private void refuse(Instrument instrument, Instant startedAt, Remembered remembered) {
        List<Refusal> refusals = remembered.refusals();
        metrics.rows(instrument.venue(), 0, refusals.size());
        journal.record(new Run(
                instrument.id(),
                properties.bars(),
                Job.GAP_REPAIR,
                startedAt,
                clock.instant(),
                (long) remembered.events().size() + refusals.size(),
                0,
                refusals.size(),
                "liquidation of " + refusals.getLast().at() + ": "
                        + refusals.getLast().reason(),
                null));
    }
}
