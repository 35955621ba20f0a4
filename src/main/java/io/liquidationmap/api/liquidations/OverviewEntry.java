package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.maps.Coverage;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.SymbolOverview;
import io.liquidationmap.maps.SymbolOverview.Summary;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One symbol at a glance.
record OverviewEntry(
        @Schema(example = "BTC") String symbol,

        @Schema(description = "Why the row says nothing; null where it does.") @Nullable String missing,

        @Schema(description = "The venues that contribute.") List<String> venues,

        @Schema(description = "The instant the row is for.") @Nullable Instant asOf,

        @Schema(description = "The same, epoch milliseconds.") @Nullable Long asOfMs,

        @Schema(description = "Whether any of the data comes from a simulated venue.") @Nullable Boolean simulated,

        @Schema(description = "The current price, US dollars per coin.") @Nullable Double price,

        @Schema(description = "Change of the price over the 24 hours before, percent; null if it is unknown.") @Nullable Double change24hPct,

        @Schema(description = "All instruments together, US dollars.") @Nullable Double openInterestUsd,

        @Schema(description = "At 5 and 10 %.") List<ImbalanceEntry> imbalance,

        @Schema(description = "Shorts, liquidated by a rise.") @Nullable OverviewClusters above,

        @Schema(description = "Longs, liquidated by a fall.") @Nullable OverviewClusters below,

        @Schema(description = "How far the instrument that is farthest behind is behind, seconds.") @Nullable Long lagSeconds,

        @Schema(description = "Whether a part of the row is of another time.") @Nullable Boolean stale,

        @Schema(description = "Whether so little history lies before that many positions are unexplained.") @Nullable Boolean warmingUp,

        @Schema(description = "Whether open interest is missing for more than a day on end.") @Nullable Boolean degraded,

        @Schema(description = "What leverage distributions were learned from, of all instruments.")
        List<String> calibrations,

        @Schema(description = "Name and version of the model and its parameters.") @Nullable String version,

        @Schema(description = "Digest of every bar and parameter the map depends on.") @Nullable String inputHash) {

    static final List<String> COLUMNS = columns();

    static OverviewEntry of(SymbolOverview row) {
        Summary summary = row.summary();
        return summary == null ? without(row) : of(summary);
    }

    private static OverviewEntry without(SymbolOverview row) {
        return new OverviewEntry(
                row.symbol(),
                row.missing(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static OverviewEntry of(Summary summary) {
        Market market = summary.market();
        List<Coverage> coverage = market.coverage();
        return new OverviewEntry(
                market.symbol(),
                null,
                market.venues().stream().map(Venue::name).toList(),
                market.asOf(),
                Millis.of(market.asOf()),
                market.simulated(),
                summary.price(),
                Double.isNaN(summary.change()) ? null : Percent.of(summary.change()),
                summary.openInterestUsd(),
                ImbalanceEntry.of(summary.imbalance()),
                OverviewClusters.of(summary.above()),
                OverviewClusters.of(summary.below()),
                coverage.stream().mapToLong(Coverage::lagSeconds).max().orElse(0),
                any(coverage, Coverage::stale),
                any(coverage, Coverage::warmingUp),
                any(coverage, Coverage::degraded),
                coverage.stream().map(Coverage::calibration).distinct().sorted().toList(),
                market.modelVersion(),
                market.inputHash());
    }

    private static boolean any(List<Coverage> coverage, Predicate<Coverage> condition) {
        return coverage.stream().anyMatch(condition);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "symbol",
                "missing",
                "venues",
                "as_of",
                "simulated",
                "price_usd",
                "change_24h_pct",
                "open_interest_usd"));
        for (String distance : List.of("5_pct", "10_pct")) {
            columns.addAll(List.of("up_" + distance + "_usd", "down_" + distance + "_usd", "ratio_" + distance));
        }
        columns.addAll(OverviewClusters.columns("above"));
        columns.addAll(OverviewClusters.columns("below"));
        columns.addAll(List.of("lag_seconds", "stale", "warming_up", "degraded", "calibrations"));
        return columns;
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(symbol);
        cells.add(missing);
        cells.add(String.join(" ", venues));
        cells.add(asOf);
        cells.add(simulated);
        cells.add(price);
        cells.add(change24hPct);
        cells.add(openInterestUsd);
        for (int i = 0; i < 2; i++) {
            cells.addAll(
                    i < imbalance.size()
                            ? Arrays.asList(
                                    imbalance.get(i).upUsd(),
                                    imbalance.get(i).downUsd(),
                                    imbalance.get(i).ratio())
                            : Collections.nCopies(3, null));
        }
        cells.addAll(OverviewClusters.cells(above));
        cells.addAll(OverviewClusters.cells(below));
        cells.add(lagSeconds);
        cells.add(stale);
        cells.add(warmingUp);
        cells.add(degraded);
        cells.add(String.join(" ", calibrations));
        return cells;
    }

    /// The levels of one side that stand out.
    record OverviewClusters(
            @Schema(description = "The nearest of the ten heaviest clusters; null where there is none.") @Nullable OverviewCluster nearest,

            @Schema(description = "The heaviest cluster, what is called max pain; null where there is none.") @Nullable OverviewCluster heaviest) {

        static OverviewClusters of(SymbolOverview.Clusters clusters) {
            return new OverviewClusters(
                    OverviewCluster.of(clusters.nearest()), OverviewCluster.of(clusters.heaviest()));
        }

        static List<String> columns(String side) {
            List<String> columns = new ArrayList<>();
            for (String which : List.of("nearest", "heaviest")) {
                for (String column : List.of("low_price_usd", "price_usd", "high_price_usd", "usd", "distance_pct")) {
                    columns.add(side + "_" + which + "_" + column);
                }
            }
            return columns;
        }

        static List<@Nullable Object> cells(@Nullable OverviewClusters clusters) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.addAll(OverviewCluster.cells(clusters == null ? null : clusters.nearest));
            cells.addAll(OverviewCluster.cells(clusters == null ? null : clusters.heaviest));
            return cells;
        }
    }

    /// A cluster.
    record OverviewCluster(
            @Schema(description = "Lower end, US dollars per coin.")
            double low,

            @Schema(description = "Where it is densest, US dollars per coin.")
            double price,

            @Schema(description = "Upper end, US dollars per coin.")
            double high,

            @Schema(description = "What is liquidated in it, US dollars.")
            double usd,

            @Schema(description = "Lower end of the band of usd; null where none is claimed.") @Nullable Double usdLow,

            @Schema(description = "Upper end of the band of usd; null where none is claimed.") @Nullable Double usdHigh,

            @Schema(description = "From the current price to `price`, percent; negative below.")
            double distancePct) {

        private static final int CELLS = 5;

        static @Nullable OverviewCluster of(@Nullable Cluster cluster) {
            return cluster == null
                    ? null
                    : new OverviewCluster(
                            cluster.low(),
                            cluster.peak(),
                            cluster.high(),
                            cluster.usd(),
                            Ends.low(cluster.band()),
                            Ends.high(cluster.band()),
                            Percent.of(cluster.distance()));
        }

        static List<@Nullable Object> cells(@Nullable OverviewCluster cluster) {
            List<@Nullable Object> cells = new ArrayList<>();
            if (cluster == null) {
                for (int i = 0; i < CELLS; i++) {
                    cells.add(null);
                }
            } else {
                cells.addAll(List.of(cluster.low, cluster.price, cluster.high, cluster.usd, cluster.distancePct));
            }
            return cells;
        }
    }
}
