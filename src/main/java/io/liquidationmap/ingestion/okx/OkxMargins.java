package io.liquidationmap.ingestion.okx;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The margin tiers the venue shows to everyone. They are by the number of contracts, and become values at the mark
/// price of the moment. The rate of a tier holds for the whole position: nothing is deducted.
final class OkxMargins {

    /// Of the lowest level of users.
    private static final double TAKER_FEE = 0.0005;

    private final OkxApi api;
    private final Clock clock;

    OkxMargins(OkxApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// The tiers in force; empty where the venue has none of this contract.
    Optional<MarginSchedule> schedule(OkxContract contract) {
        String symbol = contract.instrument().symbol();
        List<PositionTierRow> rows = api.positionTiers("SWAP", "isolated", contract.family()).rows().stream()
                .filter(row -> row.instId() == null
                        || row.instId().isEmpty()
                        || row.instId().equals(symbol))
                .distinct()
                .sorted(Comparator.comparingDouble(PositionTierRow::largest))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double price =
                api.markPrice("SWAP", symbol).row("mark price of " + symbol).markPx();
        return Optional.of(new MarginSchedule(
                tiers(rows, contract, price),
                TAKER_FEE,
                String.format(Locale.ROOT, "OKX position-tiers, contracts valued at %s", price),
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private static List<MarginTier> tiers(List<PositionTierRow> rows, OkxContract contract, double price) {
        List<MarginTier> tiers = new ArrayList<>();
        double floor = 0;
        for (PositionTierRow row : rows) {
            double cap = contract.value(row.largest(), price);
            tiers.add(row.tier(floor, cap));
            floor = cap;
        }
        return tiers;
    }
}
