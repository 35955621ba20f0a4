package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.hyperliquid.Meta.Asset;
import io.liquidationmap.ingestion.hyperliquid.Meta.MarginTable;
import io.liquidationmap.ingestion.hyperliquid.Meta.MarginTierRow;
import io.liquidationmap.ingestion.hyperliquid.Meta.NumberedTable;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The margin tiers in the listing. A position must keep half the margin that opening it with the highest leverage of
/// its tier takes (docs, trading, margin tiers); no fee comes into it.
final class HyperliquidMargins {

    private static final double MAINTENANCE_OF_INITIAL = 0.5;
    private static final double TAKER_FEE_IN_MARGIN = 0;

    private HyperliquidMargins() {}

    /// The tiers of a contract; empty where it is not listed.
    static Optional<MarginSchedule> schedule(Meta meta, String coin, LocalDate day) {
        return meta.universe().stream()
                .filter(asset -> coin.equals(asset.name()))
                .findFirst()
                .map(asset -> MarginSchedule.ofSteps(
                        steps(tiers(meta, asset)), TAKER_FEE_IN_MARGIN, "Hyperliquid meta", day));
    }

    /// The table the contract names; where that is not listed, one tier.
    private static List<MarginTierRow> tiers(Meta meta, Asset asset) {
        List<NumberedTable> tables = meta.marginTables() == null ? List.of() : meta.marginTables();
        return tables.stream()
                .filter(table -> asset.marginTableId() != null && table.id() == asset.marginTableId())
                .findFirst()
                .map(NumberedTable::table)
                .map(MarginTable::marginTiers)
                .filter(tiers -> !tiers.isEmpty())
                .map(tiers -> tiers.stream()
                        .sorted(Comparator.comparingDouble(MarginTierRow::floor))
                        .toList())
                .orElseGet(() -> List.of(new MarginTierRow(0.0, asset.maxLeverage())));
    }

    private static List<Step> steps(List<MarginTierRow> tiers) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            double cap = i + 1 < tiers.size() ? tiers.get(i + 1).floor() : Double.POSITIVE_INFINITY;
            double leverage = tiers.get(i).leverage();
            steps.add(new Step(cap, MAINTENANCE_OF_INITIAL / leverage, leverage));
        }
        return steps;
    }
}
