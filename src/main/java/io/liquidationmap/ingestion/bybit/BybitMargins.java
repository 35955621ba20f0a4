package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The margin tiers the venue shows to everyone.
final class BybitMargins {

    /// Of the lowest level of users (help centre, "Perpetual & Futures Contract: Fees Explained", 2024-10-16); part of
    /// the margin of a cross position only.
    private static final double TAKER_FEE = 0.00055;

    private final BybitApi api;
    private final Clock clock;

    BybitMargins(BybitApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// The tiers in force; empty where the venue has none of this contract.
    Optional<MarginSchedule> schedule(Instrument instrument) {
        String category = BybitSource.category(instrument);
        List<RiskLimitRow> rows =
                BybitAnswer.allRows(cursor -> api.riskLimits(category, instrument.symbol(), cursor)).stream()
                        .filter(row -> instrument.symbol().equals(row.symbol()))
                        .distinct()
                        .sorted(Comparator.comparingDouble(RiskLimitRow::cap))
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new MarginSchedule(
                        tiers(rows),
                        TAKER_FEE,
                        "Bybit risk-limit",
                        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private static List<MarginTier> tiers(List<RiskLimitRow> rows) {
        List<MarginTier> tiers = new ArrayList<>();
        double floor = 0;
        for (RiskLimitRow row : rows) {
            Double deduction = row.mmDeduction();
            tiers.add(new MarginTier(
                    floor,
                    row.cap(),
                    row.maintenanceRate(),
                    deduction == null ? continuous(tiers, floor, row.maintenanceRate()) : deduction,
                    row.leverage()));
            floor = row.cap();
        }
        return tiers;
    }

    /// The deduction that keeps the margin continuous where the venue does not name it.
    private static double continuous(List<MarginTier> smaller, double floor, double rate) {
        if (smaller.isEmpty()) {
            return 0;
        }
        MarginTier before = smaller.getLast();
        return before.maintenanceAmount() + floor * (rate - before.maintenanceMarginRate());
    }
}
