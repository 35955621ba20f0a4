package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A map as a table: one row per bucket, and for each leverage and venue it is divided by a column of its own.
final class BucketTable {

    private static final Comparator<String> ASCENDING_LEVERAGE =
            Comparator.comparingDouble(BucketTable::nominal).thenComparing(Comparator.naturalOrder());

    private BucketTable() {}

    static Table of(MarketEcho market, List<BucketEntry> buckets) {
        Set<String> leverages = new TreeSet<>(ASCENDING_LEVERAGE);
        Set<String> venues = new TreeSet<>();
        for (BucketEntry bucket : buckets) {
            byLeverage(bucket).forEach(part -> leverages.add(part.leverage()));
            byVenue(bucket).forEach(part -> venues.add(part.venue()));
        }
        Table table = Table.withColumns(columns(leverages, venues));
        buckets.forEach(bucket -> table.row(row(market, bucket, leverages, venues)));
        return table;
    }

    private static List<String> columns(Set<String> leverages, Set<String> venues) {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of(
                "low_price_usd",
                "high_price_usd",
                "price_usd",
                "side",
                "liquidated_usd",
                "liquidated_low_usd",
                "liquidated_high_usd",
                "cumulative_liquidated_usd",
                "cumulative_liquidated_low_usd",
                "cumulative_liquidated_high_usd"));
        leverages.forEach(leverage -> columns.add("leverage_" + leverage + "_usd"));
        venues.forEach(venue -> columns.add("venue_" + venue + "_usd"));
        return columns;
    }

    private static List<@Nullable Object> row(
            MarketEcho market, BucketEntry bucket, Set<String> leverages, Set<String> venues) {
        List<@Nullable Object> cells = market.cells();
        cells.add(bucket.low());
        cells.add(bucket.high());
        cells.add(bucket.price());
        cells.add(bucket.side());
        cells.add(bucket.usd());
        cells.add(bucket.usdLow());
        cells.add(bucket.usdHigh());
        cells.add(bucket.cumulativeUsd());
        cells.add(bucket.cumulativeUsdLow());
        cells.add(bucket.cumulativeUsdHigh());
        Map<String, Double> byLeverage =
                byLeverage(bucket).stream().collect(Collectors.toMap(LeverageUsd::leverage, LeverageUsd::usd));
        Map<String, Double> byVenue =
                byVenue(bucket).stream().collect(Collectors.toMap(VenueUsd::venue, VenueUsd::usd));
        leverages.forEach(leverage -> cells.add(byLeverage.getOrDefault(leverage, 0.0)));
        venues.forEach(venue -> cells.add(byVenue.getOrDefault(venue, 0.0)));
        return cells;
    }

    /// What is not a number, such as `cross`, comes last.
    private static double nominal(String leverage) {
        return leverage.matches("[0-9.]+") ? Double.parseDouble(leverage) : Double.POSITIVE_INFINITY;
    }

    private static List<LeverageUsd> byLeverage(BucketEntry bucket) {
        return bucket.byLeverage() == null ? List.of() : bucket.byLeverage();
    }

    private static List<VenueUsd> byVenue(BucketEntry bucket) {
        return bucket.byVenue() == null ? List.of() : bucket.byVenue();
    }
}
