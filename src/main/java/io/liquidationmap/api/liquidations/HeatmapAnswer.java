package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.engine.PriceWindow;
import io.liquidationmap.maps.HeatmapReading;
import io.liquidationmap.maps.HeatmapView;
import io.liquidationmap.market.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/// The levels over time.
record HeatmapAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(example = "1h", description = "Time between two times, in canonical form.")
        String step,

        @Schema(description = "Ascending; where the data begin later than the range, beginning with them.")
        List<TimeEntry> times,

        @Schema(description = "The buckets of the price axis, the same at all times; ascending.")
        List<PriceEntry> prices,

        @Schema(
                description =
                        "Ascending by time, then by price; cells of less than half a dollar are left out. A bucket"
                                + " that contains the price of its time has a cell for each side, the long one first.")
        @JsonSerialize(using = CellsWriter.class)
        List<CellEntry> cells,

        @Schema(description = "The largest usd of any cell.")
        long maxUsd,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<HeatmapAnswer> TABLES = Tables.<HeatmapAnswer>withMain("cells")
            .and("times", answer -> answer.market.table(TimeEntry.TABLE, answer.times))
            .and("prices", answer -> answer.market.table(PriceEntry.TABLE, answer.prices))
            .and("coverage", answer -> answer.provenance.table(answer.market));

    private static final List<Side> SIDES = List.of(Side.values());

    private static final String VALUATION = "whole US dollars at the price of each time";

    static HeatmapAnswer of(HeatmapReading reading) {
        HeatmapView view = reading.view();
        List<CellEntry> cells = cells(view);
        return new HeatmapAnswer(
                MarketEcho.of(reading.end()),
                reading.step().toString(),
                view.columns().stream().map(TimeEntry::of).toList(),
                IntStream.range(0, view.window().buckets())
                        .mapToObj(bucket -> PriceEntry.of(view.window(), bucket))
                        .toList(),
                cells,
                cells.stream().mapToLong(CellEntry::usd).max().orElse(0),
                Provenance.of(reading.market(), reading.end().errorFactor(), VALUATION));
    }

    private static List<CellEntry> cells(HeatmapView view) {
        List<CellEntry> cells = new ArrayList<>();
        for (int time = 0; time < view.columns().size(); time++) {
            for (int bucket = 0; bucket < view.window().buckets(); bucket++) {
                for (Side side : SIDES) {
                    long usd = Math.round(view.amounts().usd(side, time, bucket));
                    if (usd > 0) {
                        cells.add(new CellEntry(time, bucket, side, usd));
                    }
                }
            }
        }
        return cells;
    }

    /// A row per cell: a hundred thousand of them, so that of the market there is what tells files apart, and not the
    /// names of a dozen venues in each. What many rows share is written once.
    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(List.of("time"));
        columns.addAll(PriceEntry.COLUMNS);
        columns.addAll(List.of("side", "usd"));
        columns.addAll(TimeEntry.COLUMNS);
        columns.addAll(List.of("symbol", "range", "model", "as_of", "simulated"));
        Table table = Table.withColumns(columns);
        List<List<String>> ofTimes = times.stream().map(TimeEntry::cells).toList();
        List<List<String>> ofPrices = prices.stream().map(PriceEntry::cells).toList();
        List<String> ofMarket = Stream.of(
                        market.symbol(), market.range(), market.model(), market.asOf(), market.simulated())
                .map(Table::text)
                .toList();
        for (CellEntry cell : cells) {
            List<String> time = ofTimes.get(cell.timeIndex);
            List<String> row = new ArrayList<>(columns.size());
            row.add(time.getFirst());
            row.addAll(ofPrices.get(cell.priceIndex));
            row.add(Choice.nameOf(cell.side));
            row.add(Long.toString(cell.usd));
            row.addAll(time.subList(1, time.size()));
            row.addAll(ofMarket);
            table.row(row);
        }
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// A time, and how price moved in the step that ended with it.
    record TimeEntry(
            @Schema(description = "The moment; what is shown could have been known then.")
            Instant time,

            long timeMs,

            @Schema(
                    description = "Price at the beginning of the step, US dollars per coin; over several instruments"
                            + " weighted by open interest. Null, like high and low, where no bar of the step is known.")
            @Nullable Double open,

            @Schema(description = "Highest price in the step, US dollars per coin.") @Nullable Double high,

            @Schema(description = "Lowest price in the step, US dollars per coin.") @Nullable Double low,

            @Schema(
                    description = "The price then, US dollars per coin: the last one known. Longs lie below it, shorts"
                            + " above.")
            double close) {

        /// After that of the time.
        static final List<String> COLUMNS = List.of("bar_open_usd", "bar_high_usd", "bar_low_usd", "bar_close_usd");

        /// A table of nothing else.
        static final Columns<TimeEntry> TABLE = Columns.of("time", TimeEntry::time)
                .and(COLUMNS, entry -> entry.cells().subList(1, 1 + COLUMNS.size()));

        /// The time, and the cells under [#COLUMNS].
        List<String> cells() {
            return Stream.<@Nullable Object>of(time, open, high, low, close)
                    .map(Table::text)
                    .toList();
        }

        static TimeEntry of(HeatmapView.Column column) {
            return new TimeEntry(
                    column.time(),
                    column.time().toEpochMilli(),
                    Unknown.asNull(column.open()),
                    Unknown.asNull(column.high()),
                    Unknown.asNull(column.low()),
                    column.close());
        }
    }

    /// A bucket of the price axis.
    record PriceEntry(
            @Schema(description = "Lower edge, US dollars per coin.")
            double low,

            @Schema(description = "Upper edge, US dollars per coin.")
            double high,

            @Schema(description = "The middle, US dollars per coin.")
            double price) {

        static final List<String> COLUMNS = List.of("low_price_usd", "high_price_usd", "price_usd");

        /// A table of nothing else.
        static final Columns<PriceEntry> TABLE = Columns.of(COLUMNS, PriceEntry::cells);

        /// The cells under [#COLUMNS].
        List<String> cells() {
            return Stream.of(low, high, price).map(Table::text).toList();
        }

        static PriceEntry of(PriceWindow window, int bucket) {
            double low = window.edge(bucket);
            double high = window.edge(bucket + 1);
            return new PriceEntry(low, high, (low + high) / 2);
        }
    }

    /// What is liquidated at a price, as of a time.
    record CellEntry(
            @Schema(description = "Which of times, from 0.") int timeIndex,

            @Schema(description = "Which of prices, from 0.")
            int priceIndex,

            @Schema(
                    description = "Which positions are liquidated: long below the price of the time, short above.",
                    implementation = String.class,
                    allowableValues = {"long", "short"})
            Side side,

            @Schema(description = "What is liquidated, whole US dollars.", example = "12345")
            long usd) {}
}
