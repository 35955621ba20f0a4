package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.MapChanges;
import io.liquidationmap.maps.ChangesView;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the levels between two instants.
record DiffAnswer(
        @JsonUnwrapped MarketEcho market,
        @Schema(description = "The first instant.") Instant from,
        long fromMs,

        @Schema(description = "The second instant, which is asOf.")
        Instant to,

        long toMs,

        @Schema(description = "The price at `from`, US dollars per coin; price is the one at `to`.")
        double fromPrice,

        @Schema(
                description =
                        "Ascending by price, of each bucket the long entry first; entries in which everything is 0"
                                + " are left out. Levels stood on both sides of today's price before it moved.")
        List<BucketChangeEntry> buckets,

        @Schema(description = "All buckets of each side together.")
        List<SideChangeEntry> totals,

        @Schema(description = "What lies outside the window, of each side.")
        List<SideChangeEntry> outside,

        @Schema(description = "Everything, in the window or not, by venue and side.")
        List<VenueChangeEntry> byVenue,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<DiffAnswer> TABLES = Tables.<DiffAnswer>withMain("buckets")
            .and("totals", answer -> answer.table(SideChangeEntry.COLUMNS, answer.totals))
            .and("outside", answer -> answer.table(SideChangeEntry.COLUMNS, answer.outside))
            .and("byVenue", answer -> answer.table(VenueChangeEntry.COLUMNS, answer.byVenue))
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static DiffAnswer of(MarketSnapshot snapshot, DiffRequest request) {
        request.verify(snapshot.market());
        ChangesView view = snapshot.changesSince(request.from(), request.window(), request.buckets());
        MapChanges changes = view.changes();
        Instant to = snapshot.market().asOf();
        return new DiffAnswer(
                MarketEcho.of(snapshot),
                request.from(),
                request.from().toEpochMilli(),
                to,
                to.toEpochMilli(),
                view.priceBefore(),
                changes.buckets().stream()
                        .filter(bucket -> !bucket.change().isNothing())
                        .map(BucketChangeEntry::of)
                        .toList(),
                Arrays.stream(Side.values())
                        .map(side -> new SideChangeEntry(Choice.nameOf(side), ChangeEntry.of(changes.inside(side))))
                        .toList(),
                changes.outside().stream()
                        .map(outside ->
                                new SideChangeEntry(Choice.nameOf(outside.side()), ChangeEntry.of(outside.change())))
                        .toList(),
                changes.bySource().stream().map(VenueChangeEntry::of).toList(),
                Provenance.of(
                        snapshot.market(),
                        snapshot.errorFactor(),
                        "US dollars at the price of `to`, before and after"));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of("from", "to", "low_price_usd", "high_price_usd", "price_usd", "side"));
        columns.addAll(ChangeEntry.COLUMNS);
        Table table = Table.withColumns(columns);
        for (BucketChangeEntry bucket : buckets) {
            List<@Nullable Object> cells = market.cells();
            cells.add(from);
            cells.add(to);
            cells.add(bucket.low());
            cells.add(bucket.high());
            cells.add(bucket.price());
            cells.add(bucket.side());
            cells.addAll(bucket.change().cells());
            table.row(cells);
        }
        return table;
    }

    private <T> Table table(Columns<T> columns, List<T> rows) {
        List<String> names = new ArrayList<>(MarketEcho.COLUMNS);
        names.addAll(List.of("from", "to"));
        List<@Nullable Object> cells = market.cells();
        cells.add(from);
        cells.add(to);
        return columns.table(names, cells, rows);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// What became of one side's levels in a bucket.
    record BucketChangeEntry(
            @Schema(description = "Lower edge, US dollars per coin.")
            double low,

            @Schema(description = "Upper edge, US dollars per coin.")
            double high,

            @Schema(description = "The middle, US dollars per coin.")
            double price,

            @Schema(
                    description = "Whose levels.",
                    allowableValues = {"long", "short"})
            String side,

            @JsonUnwrapped ChangeEntry change) {

        static BucketChangeEntry of(MapChanges.InBucket bucket) {
            return new BucketChangeEntry(
                    bucket.low(),
                    bucket.high(),
                    (bucket.low() + bucket.high()) / 2,
                    Choice.nameOf(bucket.side()),
                    ChangeEntry.of(bucket.change()));
        }
    }

    /// What became of one side's levels.
    record SideChangeEntry(
            @Schema(allowableValues = {"long", "short"}) String side,
            @JsonUnwrapped ChangeEntry change) {

        static final Columns<SideChangeEntry> COLUMNS = Columns.<SideChangeEntry>of("side", SideChangeEntry::side)
                .and(ChangeEntry.COLUMNS, entry -> entry.change.cells());
    }

    /// What became of one side's levels at one venue.
    record VenueChangeEntry(
            @Schema(example = "binance") String venue,
            @Schema(allowableValues = {"long", "short"}) String side,
            @JsonUnwrapped ChangeEntry change) {

        static final Columns<VenueChangeEntry> COLUMNS = Columns.<VenueChangeEntry>of("venue", VenueChangeEntry::venue)
                .and("side", VenueChangeEntry::side)
                .and(ChangeEntry.COLUMNS, entry -> entry.change.cells());

        static VenueChangeEntry of(MapChanges.OfSource source) {
            return new VenueChangeEntry(source.source(), Choice.nameOf(source.side()), ChangeEntry.of(source.change()));
        }
    }
}
