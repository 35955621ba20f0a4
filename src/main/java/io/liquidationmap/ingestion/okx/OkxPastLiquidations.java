package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.Recollection;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The last day's liquidation orders, newest first and a page at a time. They are those of the stream, and alike in
/// everything it tells.
final class OkxPastLiquidations implements PastLiquidations {

    private static final int PAGE = 100;
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final OkxApi api;
    private final OkxContracts contracts;

    OkxPastLiquidations(OkxApi api, OkxContracts contracts) {
        this.api = api;
        this.contracts = contracts;
    }

    /// A day, less what passes while it is asked for.
    @Override
    public Duration reach() {
        return Duration.ofHours(23);
    }

    @Override
    public Completeness completeness() {
        return Completeness.THROTTLED;
    }

    @Override
    public Remembered between(Instrument instrument, Instant from, Instant to) {
        OkxContract contract = contracts.get(instrument);
        Recollection found = new Recollection();
        Instant before = to;
        while (before.isAfter(from)) {
            List<LiquidationRow> rows = page(contract, before);
            Optional<Instant> oldest = rows.stream().map(LiquidationRow::time).min(Comparator.naturalOrder());
            if (oldest.isEmpty()) {
                break;
            }
            // The next page shows all of the oldest millisecond, of which this one may have had no room for some. Only
            // one that is of a single millisecond would be shown again and again: what it has no room for is lost.
            Instant next = oldest.get().plus(MILLISECOND);
            Instant shownAgain = next.isBefore(before) ? next : oldest.get();
            rows.stream()
                    .filter(row ->
                            !row.time().isBefore(shownAgain) && !row.time().isBefore(from))
                    .forEach(row -> found.take(row, row.time(), order -> List.of(order.liquidation(contract))));
            before = shownAgain;
        }
        return found.since(from);
    }

    /// Orders older than `before`, also from a venue that shows others.
    private List<LiquidationRow> page(OkxContract contract, Instant before) {
        return api.liquidations("SWAP", contract.family(), "filled", before.toEpochMilli(), PAGE).rows().stream()
                .filter(row -> row.instId().equals(contract.instrument().symbol()))
                .flatMap(row -> row.details().stream())
                .filter(row -> row.time().isBefore(before))
                .toList();
    }
}
