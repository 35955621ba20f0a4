package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.calibration.CalibrationStatus;
import io.liquidationmap.ingestion.IngestionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// How ingestion and calibration are doing.
record StatusAnswer(
        @Schema(description = "The moment of the answer.") Instant now,
        long nowMs,

        @Schema(description = "The venues this instance polls, by name; none where ingestion is switched off.")
        List<VenueEntry> venues,

        @Schema(description = "The streams of liquidations this instance listens to, by name; none where that is off.")
        List<FeedEntry> feeds,

        @Schema(description = "Every series that holds bars or was ever worked on, by venue, symbol and interval.")
        List<SeriesEntry> series,

        @Schema(description = "How far every instrument that holds bars is calibrated, by venue and symbol.")
        List<CalibrationEntry> calibrations,

        @Schema(description = "How far the census of each venue with public positions has come, by venue.")
        List<CensusEntry> census)
        implements Tabular {

    static final Tables<StatusAnswer> TABLES = Tables.<StatusAnswer>withMain("series")
            .and("venues", answer -> VenueEntry.COLUMNS.table(answer.venues))
            .and("feeds", answer -> FeedEntry.COLUMNS.table(answer.feeds))
            .and("calibrations", answer -> CalibrationEntry.COLUMNS.table(answer.calibrations))
            .and("census", answer -> CensusEntry.COLUMNS.table(answer.census));

    static StatusAnswer of(IngestionStatus status, CalibrationStatus calibrations, Clock clock) {
        Instant now = clock.instant();
        return new StatusAnswer(
                now,
                now.toEpochMilli(),
                status.venues().stream().map(VenueEntry::of).toList(),
                status.feeds().stream().map(FeedEntry::of).toList(),
                status.series().stream().map(SeriesEntry::of).toList(),
                calibrations.instruments().stream().map(CalibrationEntry::of).toList(),
                status.census().stream().map(CensusEntry::of).toList());
    }

    @Override
    public Table table() {
        Table table = Table.withColumns(SeriesEntry.COLUMNS);
        series.forEach(entry -> table.row(entry.cells()));
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }
}
