package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.Buckets;
import io.liquidationmap.engine.CurvePoint;
import io.liquidationmap.maps.MapView;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The map.
record MapAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(
                description = "Ascending by price and without gaps. The bucket that contains the current price is cut"
                        + " there, so each bucket lies on one side of it.")
        List<BucketEntry> buckets,

        Curves cumulative,
        Totals totals,

        @Schema(description = "At 2, 5, 10 and 20 %, and at the ends of the window.")
        List<ImbalanceEntry> imbalance,

        @Schema(description = "How each side of each instrument adds up to its open interest.")
        List<ReconciliationEntry> reconciliation,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<MapAnswer> TABLES = Tables.<MapAnswer>withMain("buckets")
            .and("cumulative", MapAnswer::cumulativeTable)
            .and("totals", answer -> answer.market.table(Totals.COLUMNS, List.of(answer.totals)))
            .and("imbalance", answer -> answer.market.table(ImbalanceEntry.TABLE, answer.imbalance))
            .and("reconciliation", answer -> answer.market.table(ReconciliationEntry.COLUMNS, answer.reconciliation))
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static MapAnswer of(MarketSnapshot snapshot, MapRequest request) {
        MapView map = snapshot.map(request.map());
        Buckets buckets = map.buckets();
        return new MapAnswer(
                MarketEcho.of(snapshot),
                buckets.all().stream()
                        .map(bucket -> BucketEntry.of(bucket, request.map().groupBy()))
                        .toList(),
                new Curves(CurveEntry.of(buckets.up()), CurveEntry.of(buckets.down())),
                new Totals(buckets.upUsd(), buckets.downUsd(), buckets.outsideUpUsd(), buckets.outsideDownUsd()),
                ImbalanceEntry.of(map.imbalance()),
                map.reconciliation().stream().map(ReconciliationEntry::of).toList(),
                Provenance.of(snapshot));
    }

    @Override
    public Table table() {
        return BucketTable.of(market, buckets);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// Both curves, each away from the current price.
    private Table cumulativeTable() {
        Columns<Map.Entry<String, CurveEntry>> columns = Columns.<Map.Entry<String, CurveEntry>>of(
                        "direction", Map.Entry::getKey)
                .and("price_usd", point -> point.getValue().price())
                .and("cumulative_liquidated_usd", point -> point.getValue().usd())
                .and("cumulative_liquidated_low_usd", point -> point.getValue().usdLow())
                .and("cumulative_liquidated_high_usd", point -> point.getValue().usdHigh());
        List<Map.Entry<String, CurveEntry>> points = new ArrayList<>();
        cumulative.up.forEach(point -> points.add(Map.entry(Choice.nameOf(Direction.UP), point)));
        cumulative.down.forEach(point -> points.add(Map.entry(Choice.nameOf(Direction.DOWN), point)));
        return market.table(columns, points);
    }

    /// What is liquidated on the way up and on the way down.
    record Curves(
            @Schema(description = "Shorts, ascending away from the current price.")
            List<CurveEntry> up,

            @Schema(description = "Longs, descending away from the current price.")
            List<CurveEntry> down) {}

    /// A point of a cumulative curve.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurveEntry(
            @Schema(description = "US dollars per coin.") double price,

            @Schema(description = "Everything liquidated between the current price and this one, US dollars.")
            double usd,

            @Schema(description = "Lower end of the band of usd, US dollars; absent where none is claimed.") @Nullable Double usdLow,

            @Schema(description = "Upper end of the band of usd, US dollars; absent where none is claimed.") @Nullable Double usdHigh) {

        static List<CurveEntry> of(List<CurvePoint> points) {
            return points.stream()
                    .map(point ->
                            new CurveEntry(point.price(), point.usd(), Ends.low(point.band()), Ends.high(point.band())))
                    .toList();
        }
    }

    /// The sums of the map, US dollars.
    record Totals(
            @Schema(description = "Shorts inside the window.")
            double upUsd,

            @Schema(description = "Longs inside the window.")
            double downUsd,

            @Schema(description = "Shorts outside the window.")
            double outsideUpUsd,

            @Schema(description = "Longs outside the window.")
            double outsideDownUsd) {

        static final Columns<Totals> COLUMNS = Columns.<Totals>of("up_usd", Totals::upUsd)
                .and("down_usd", Totals::downUsd)
                .and("outside_up_usd", Totals::outsideUpUsd)
                .and("outside_down_usd", Totals::outsideDownUsd);
    }

    /// How one side of one instrument adds up to its open interest, US dollars.
    record ReconciliationEntry(
            @Schema(example = "binance") String venue,
            @Schema(example = "BTCUSDT") String instrument,
            @Schema(allowableValues = {"long", "short"}) String side,

            @Schema(description = "What the venue publishes.")
            double openInterestUsd,

            @Schema(description = "Positions opened in the range that have a liquidation price.")
            double levelsUsd,

            @Schema(description = "Positions opened in the range that have none.")
            double unleveredUsd,

            @Schema(description = "Positions that are older than the range.")
            double openedBeforeRangeUsd,

            @Schema(
                    description = "What is missing from open interest: rounding in the conserved model; the negative"
                            + " of the overstatement in the opened one.")
            double differenceUsd) {

        static final Columns<ReconciliationEntry> COLUMNS = Columns.<ReconciliationEntry>of(
                        "venue", ReconciliationEntry::venue)
                .and("instrument", ReconciliationEntry::instrument)
                .and("side", ReconciliationEntry::side)
                .and("open_interest_usd", ReconciliationEntry::openInterestUsd)
                .and("levels_usd", ReconciliationEntry::levelsUsd)
                .and("unlevered_usd", ReconciliationEntry::unleveredUsd)
                .and("opened_before_range_usd", ReconciliationEntry::openedBeforeRangeUsd)
                .and("difference_usd", ReconciliationEntry::differenceUsd);

        static ReconciliationEntry of(MapView.Reconciliation part) {
            return new ReconciliationEntry(
                    part.instrument().venue().name(),
                    part.instrument().symbol(),
                    Choice.nameOf(part.side()),
                    part.openInterestUsd(),
                    part.levelsUsd(),
                    part.unleveredUsd(),
                    part.openedBeforeRangeUsd(),
                    part.differenceUsd());
        }
    }
}
