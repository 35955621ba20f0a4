package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The last day's liquidation orders, newest first and a page at a time. They are those of the stream, and alike in
/// everything it tells.
final class OkxPastLiquidations implements PastLiquidations {

    private static final int PAGE = 100;

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
        List<Liquidation> found = new ArrayList<>();
        Instant oldest = to;
        while (oldest.isAfter(from)) {
            List<LiquidationRow> rows = page(contract, oldest);
            Instant reached = rows.stream()
                    .map(LiquidationRow::time)
                    .min(Comparator.naturalOrder())
                    .orElse(from);
            rows.stream()
                    .filter(row -> !row.time().isBefore(from) && row.time().isBefore(to))
                    .map(row -> row.liquidation(contract))
                    .forEach(found::add);
            // Whoever does not get further back would ask for ever.
            oldest = reached.isBefore(oldest) ? reached : from;
        }
        return new Remembered(Liquidation.numbered(found), from);
    }

    private List<LiquidationRow> page(OkxContract contract, Instant before) {
        return api.liquidations("SWAP", contract.family(), "filled", before.toEpochMilli(), PAGE).rows().stream()
                .filter(row -> row.instId().equals(contract.instrument().symbol()))
                .flatMap(row -> row.details().stream())
                .toList();
    }
}
