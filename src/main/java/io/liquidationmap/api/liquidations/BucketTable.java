package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A map as a table: one row per bucket, and for each leverage and venue it is divided by a column of its own.
final class BucketTable {

    private BucketTable() {}

    static Table of(MarketEcho market, List<BucketEntry> buckets) {
        DividedColumns divided = new DividedColumns();
        buckets.forEach(bucket -> divided.include(byLeverage(bucket), byVenue(bucket)));
        Table table = Table.withColumns(columns(divided));
        buckets.forEach(bucket -> table.row(row(market, bucket, divided)));
        return table;
    }

    private static List<String> columns(DividedColumns divided) {
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
        columns.addAll(divided.names());
        return columns;
    }

    private static List<@Nullable Object> row(MarketEcho market, BucketEntry bucket, DividedColumns divided) {
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
        cells.addAll(divided.cells(byLeverage(bucket), byVenue(bucket)));
        return cells;
    }

    private static List<LeverageUsd> byLeverage(BucketEntry bucket) {
        return bucket.byLeverage() == null ? List.of() : bucket.byLeverage();
    }

    private static List<VenueUsd> byVenue(BucketEntry bucket) {
        return bucket.byVenue() == null ? List.of() : bucket.byVenue();
    }
}
