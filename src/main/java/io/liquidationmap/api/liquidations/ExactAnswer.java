package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.Buckets;
import io.liquidationmap.maps.ExactMap;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The map of known positions.
record ExactAnswer(
        @Schema(example = "BTC") String symbol,

        @Schema(description = "The venues whose accounts are public and that contribute.")
        List<String> venues,

        @Schema(description = "The instant the answer is for.")
        Instant asOf,

        @Schema(description = "The same, epoch milliseconds.", example = "1782114300000")
        long asOfMs,

        @Schema(description = "The current price: close of the last bar, US dollars per coin.", example = "63700")
        double price,

        @Schema(description = "Whether any of the data comes from a simulated venue.")
        boolean simulated,

        @Schema(description = "Ascending by price.") List<BucketEntry> buckets,

        @Schema(description = "What lies inside and outside the window.")
        MapAnswer.Totals totals,

        @Schema(description = "How much of open interest is known, for longs and for shorts.")
        List<KnownPartEntry> sides,

        @Schema(description = "The modelled map of the same venues against this one.")
        ModelledEntry modelled,

        @Schema(description = "What the numbers are.", example = "positions of public accounts")
        String notice)
        implements Tabular {

    static final Tables<ExactAnswer> TABLES = Tables.<ExactAnswer>withMain("buckets")
            .and("totals", answer -> answer.table(MapAnswer.Totals.COLUMNS, List.of(answer.totals)))
            .and("sides", answer -> answer.table(KnownPartEntry.COLUMNS, answer.sides))
            .and("modelled", ExactAnswer::modelledTable);

    private static final String NOTICE = "positions of public accounts as last seen, at the liquidation prices their"
            + " venue states; those of cross margin hold while other coins stand still";

    static ExactAnswer of(ExactMap map) {
        Instant asOf = map.market().asOf();
        Buckets buckets = map.buckets();
        return new ExactAnswer(
                map.market().symbol(),
                map.market().venues().stream().map(Venue::name).toList(),
                asOf,
                asOf.toEpochMilli(),
                map.price(),
                map.market().simulated(),
                buckets.all().stream()
                        .map(bucket -> BucketEntry.of(bucket, Set.of()))
                        .toList(),
                new MapAnswer.Totals(
                        buckets.upUsd(), buckets.downUsd(), buckets.outsideUpUsd(), buckets.outsideDownUsd()),
                map.sides().stream().map(KnownPartEntry::of).toList(),
                ModelledEntry.of(map),
                NOTICE);
    }

    @Override
    public Table table() {
        Table table = Table.withColumns(List.of(
                "symbol",
                "venues",
                "as_of",
                "simulated",
                "current_price_usd",
                "known_share_of_side",
                "low_price_usd",
                "high_price_usd",
                "price_usd",
                "side",
                "liquidated_usd",
                "cumulative_liquidated_usd"));
        for (BucketEntry bucket : buckets) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(symbol);
            cells.add(String.join(" ", venues));
            cells.add(asOf);
            cells.add(simulated);
            cells.add(price);
            cells.add(knownShare(bucket.side()));
            cells.add(bucket.low());
            cells.add(bucket.high());
            cells.add(bucket.price());
            cells.add(bucket.side());
            cells.add(bucket.usd());
            cells.add(bucket.cumulativeUsd());
            table.row(cells);
        }
        return table;
    }

    /// A row per distance and side.
    private Table modelledTable() {
        record Row(ModelledEntry.DistanceEntry distance, ModelledEntry.SideEntry side) {}
        Columns<Row> columns = Columns.<Row>of("model", _ -> modelled.model())
                .and("range", _ -> modelled.range())
                .and("model_version", _ -> modelled.version())
                .and("cluster_hit_rate", _ -> modelled.clusterHitRate())
                .and("distance_pct", row -> row.distance.distancePct())
                .and("factor_error", row -> row.distance.factorError())
                .and("side", row -> row.side.side())
                .and("known_usd", row -> row.side.knownUsd())
                .and("modelled_usd", row -> row.side.modelledUsd());
        List<Row> rows = modelled.distances().stream()
                .flatMap(distance -> distance.sides().stream().map(side -> new Row(distance, side)))
                .toList();
        return table(columns, rows);
    }

    private <T> Table table(Columns<T> columns, List<T> rows) {
        return columns.table(
                List.of("symbol", "venues", "as_of", "simulated", "current_price_usd"),
                List.of(symbol, String.join(" ", venues), asOf, simulated, price),
                rows);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    private @Nullable Double knownShare(String side) {
        return sides.stream()
                .filter(part -> part.side().equals(side))
                .findFirst()
                .map(KnownPartEntry::knownShare)
                .orElse(null);
    }
}
