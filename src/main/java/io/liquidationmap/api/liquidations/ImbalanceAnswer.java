package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.ImbalanceView;
import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.maps.Model;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Up against down.
record ImbalanceAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "At 2, 5, 10 and 20 %, and at the ends of the window.")
        List<ImbalanceInContext> imbalance,

        @Schema(description = "Between the ends of the window, by both models.")
        MapEndsEntry mapEnds,

        AverageDailyVolume averageDailyVolume,

        @Schema(description = "What else tells of one-sided positions, by instrument; no part of the label.")
        List<CorroborationEntry> corroboration,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<ImbalanceAnswer> TABLES = Tables.<ImbalanceAnswer>withMain("imbalance")
            .and("mapEnds", ImbalanceAnswer::mapEndsTable)
            .and("corroboration", answer -> answer.market.table(CorroborationEntry.COLUMNS, answer.corroboration))
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static ImbalanceAnswer of(ImbalanceReading reading, ImbalanceRequest request) {
        ImbalanceView view = reading.view(request.window());
        List<ImbalanceInContext> imbalance = new ArrayList<>();
        view.distances().forEach(at -> imbalance.add(ImbalanceInContext.of(at, view)));
        MapEndsEntry ends = MapEndsEntry.of(view.mapEnds());
        imbalance.add(ImbalanceInContext.alone(
                reading.market().model() == Model.CONSERVED ? ends.conserved() : ends.opened()));
        return new ImbalanceAnswer(
                MarketEcho.of(reading.snapshot()),
                imbalance,
                ends,
                AverageDailyVolume.of(view.dailyVolume()),
                view.corroboration().stream().map(CorroborationEntry::of).toList(),
                Provenance.of(reading.market(), reading.snapshot().errorFactor()));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(ImbalanceEntry.COLUMNS);
        columns.addAll(ImbalanceInContext.COLUMNS);
        Table table = Table.withColumns(columns);
        for (ImbalanceInContext entry : imbalance) {
            List<@Nullable Object> cells = market.cells();
            cells.addAll(entry.imbalance().cells());
            cells.addAll(entry.cells());
            table.row(cells);
        }
        return table;
    }

    /// A row per model; the one that was asked for is the market's.
    private Table mapEndsTable() {
        Columns<Map.Entry<Model, ImbalanceEntry>> columns = Columns.<Map.Entry<Model, ImbalanceEntry>>of(
                        "map_ends_model", entry -> Choice.nameOf(entry.getKey()))
                .and(ImbalanceEntry.COLUMNS, entry -> entry.getValue().cells());
        return market.table(
                columns,
                List.of(Map.entry(Model.CONSERVED, mapEnds.conserved()), Map.entry(Model.OPENED, mapEnds.opened())));
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// What is traded on an average day.
    record AverageDailyVolume(
            @Schema(description = "US dollars, all instruments together; null where it is unknown of one of them.")
            @Nullable Double usd,

            @Schema(description = "For how many of the last 14 days it is known, on average over the instruments.")
            double days) {

        static AverageDailyVolume of(DailyVolume volume) {
            return new AverageDailyVolume(Unknown.asNull(volume.usd()), volume.days());
        }
    }

    /// What a venue publishes about who is crowded.
    record CorroborationEntry(
            @Schema(example = "binance") String venue,
            @Schema(example = "BTCUSDT") String instrument,

            @Schema(description = "Accounts long / accounts short, as last known within a day; null if it is unknown.")
            @Nullable Double longShortRatio,

            @Schema(
                    description =
                            "Funding paid by longs to shorts over the last day, percent of notional; negative where"
                                    + " shorts paid; null if it is unknown.")
            @Nullable Double fundingPct) {

        static final Columns<CorroborationEntry> COLUMNS = Columns.<CorroborationEntry>of(
                        "venue", CorroborationEntry::venue)
                .and("instrument", CorroborationEntry::instrument)
                .and("long_short_ratio", CorroborationEntry::longShortRatio)
                .and("funding_pct", CorroborationEntry::fundingPct);

        static CorroborationEntry of(ImbalanceView.Corroboration corroboration) {
            double funding = Percent.of(corroboration.fundingRate());
            return new CorroborationEntry(
                    corroboration.instrument().venue().name(),
                    corroboration.instrument().symbol(),
                    Unknown.asNull(corroboration.longShortRatio()),
                    Unknown.asNull(funding));
        }
    }

    /// Both models out to the same two prices.
    record MapEndsEntry(
            @Schema(description = "Lower end of the window, US dollars per coin.")
            double lowPrice,

            @Schema(description = "Upper end of the window, US dollars per coin.")
            double highPrice,

            @Schema(description = "What is still open.") ImbalanceEntry conserved,

            @Schema(description = "The popular account, in which nothing closes by itself.")
            ImbalanceEntry opened,

            @Schema(description = "How to read the two.") String explanation) {

        private static final String EXPLANATION =
                "The opened model keeps every level until price passes through it, so after a long move nearly all that"
                        + " is left lies on the side price came from: ratios like 10:1 at the ends of a long map say where"
                        + " price has been, not who is still in the market.";

        static MapEndsEntry of(ImbalanceView.MapEnds ends) {
            return new MapEndsEntry(
                    ends.conserved().low(),
                    ends.conserved().high(),
                    ImbalanceEntry.of(null, ends.conserved()),
                    ImbalanceEntry.of(null, ends.opened()),
                    EXPLANATION);
        }
    }
}
