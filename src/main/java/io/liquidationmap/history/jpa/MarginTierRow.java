package io.liquidationmap.history.jpa;

import io.liquidationmap.market.MarginTier;
import jakarta.persistence.Embeddable;

@Embeddable
record MarginTierRow(
        double floor, double cap, double maintenanceMarginRate, double maintenanceAmount, double maxLeverage) {

    static MarginTierRow of(MarginTier tier) {
        return new MarginTierRow(
                tier.floor(), tier.cap(), tier.maintenanceMarginRate(), tier.maintenanceAmount(), tier.maxLeverage());
    }

    MarginTier toTier() {
        return new MarginTier(floor, cap, maintenanceMarginRate, maintenanceAmount, maxLeverage);
    }
}
