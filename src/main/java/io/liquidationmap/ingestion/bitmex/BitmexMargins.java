package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The risk limits: at each step both margins rise by the maintenance margin of the smallest positions, and hold for
/// the whole position (bitmex.com/app/riskLimitsExamples).
final class BitmexMargins {

    /// How many steps there are is not published; fewer where the margin would exceed the position.
    private static final int MOST_STEPS = 20;

    private BitmexMargins() {}

    /// The tiers a row of the listing describes; empty where it does not.
    ///
    /// @throws IllegalArgumentException if they cannot be true
    static Optional<MarginSchedule> schedule(InstrumentRow row, BitmexContract contract, LocalDate asOf) {
        Double initial = row.initMargin();
        Double maintenance = row.maintMargin();
        Double limit = row.riskLimit();
        Double step = row.riskStep();
        if (initial == null || maintenance == null || limit == null || step == null || step.equals(0.0)) {
            return Optional.empty();
        }
        List<MarginTier> tiers = new ArrayList<>();
        double floor = 0;
        for (int n = 0; n <= MOST_STEPS && initial + n * maintenance <= 1; n++) {
            double cap = (limit + n * step) / contract.settlementUnits();
            tiers.add(new MarginTier(floor, cap, (n + 1) * maintenance, 0, 1 / (initial + n * maintenance)));
            floor = cap;
        }
        double fee = row.takerFee() == null ? 0 : row.takerFee();
        return Optional.of(new MarginSchedule(tiers, fee, "BitMEX instrument, risk limits", asOf));
    }
}
