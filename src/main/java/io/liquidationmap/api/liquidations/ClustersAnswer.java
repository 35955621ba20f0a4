package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The heaviest levels.
record ClustersAnswer(
        @JsonUnwrapped MarketEcho market,
        @Schema(description = "Ascending by price.") List<ClusterEntry> clusters,
        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<ClustersAnswer> TABLES = Tables.<ClustersAnswer>withMain("clusters")
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static ClustersAnswer of(MarketSnapshot snapshot, ClustersRequest request) {
        List<ClusterEntry> entries = new ArrayList<>();
        for (Side side : Side.values()) {
            int rank = 0;
            for (Cluster cluster : snapshot.clusters(side, request.limit())) {
                rank++;
                entries.add(ClusterEntry.of(rank, cluster));
            }
        }
        entries.sort(Comparator.comparingDouble(ClusterEntry::price));
        return new ClustersAnswer(MarketEcho.of(snapshot), entries, Provenance.of(snapshot));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of(
                "rank",
                "side",
                "low_price_usd",
                "price_usd",
                "high_price_usd",
                "liquidated_usd",
                "liquidated_low_usd",
                "liquidated_high_usd",
                "distance_pct",
                "share_of_side_pct"));
        Table table = Table.withColumns(columns);
        for (ClusterEntry cluster : clusters) {
            List<@Nullable Object> cells = market.cells();
            cells.add(cluster.rank());
            cells.add(cluster.side());
            cells.add(cluster.low());
            cells.add(cluster.price());
            cells.add(cluster.high());
            cells.add(cluster.usd());
            cells.add(cluster.usdLow());
            cells.add(cluster.usdHigh());
            cells.add(cluster.distancePct());
            cells.add(cluster.shareOfSidePct());
            table.row(cells);
        }
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// A stretch of price that holds more liquidations than its surroundings.
    record ClusterEntry(
            @Schema(description = "1 for the heaviest of its side, 2 for the next …")
            int rank,

            @Schema(
                    allowableValues = {"long", "short"},
                    description = "Whose positions.")
            String side,

            @Schema(description = "Lower end, US dollars per coin.")
            double low,

            @Schema(description = "Where it is densest, US dollars per coin.")
            double price,

            @Schema(description = "Upper end, US dollars per coin.")
            double high,

            @Schema(description = "What is liquidated in the stretch, US dollars.")
            double usd,

            @Schema(description = "Lower end of the band of usd, US dollars; null where none is claimed.") @Nullable Double usdLow,

            @Schema(description = "Upper end of the band of usd, US dollars; null where none is claimed.") @Nullable Double usdHigh,

            @Schema(description = "From the current price to `price`, percent; negative below.")
            double distancePct,

            @Schema(description = "Part of everything on its side, percent.")
            double shareOfSidePct) {

        static ClusterEntry of(int rank, Cluster cluster) {
            return new ClusterEntry(
                    rank,
                    Choice.nameOf(cluster.side()),
                    cluster.low(),
                    cluster.peak(),
                    cluster.high(),
                    cluster.usd(),
                    Ends.low(cluster.band()),
                    Ends.high(cluster.band()),
                    Percent.of(cluster.distance()),
                    Percent.of(cluster.shareOfSide()));
        }
    }
}
