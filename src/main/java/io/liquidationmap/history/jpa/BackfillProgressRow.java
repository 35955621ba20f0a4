package io.liquidationmap.history.jpa;

import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "backfill_progress")
class BackfillProgressRow {

    @EmbeddedId
    private SeriesId id;

    @MapsId("instrumentId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private InstrumentRow instrument;

    private Instant wantedFrom;
    private Instant wantedTo;
    private Instant doneFrom;
    private Instant doneTo;
    private Instant startedAt;
    private Instant updatedAt;

    protected BackfillProgressRow() {}

    BackfillProgressRow(InstrumentRow instrument, BackfillProgress progress) {
        this.id = SeriesId.of(instrument, progress.interval());
        this.instrument = instrument;
        this.wantedFrom = progress.from();
        this.wantedTo = progress.to();
        this.doneFrom = progress.doneFrom();
        this.doneTo = progress.doneTo();
        this.startedAt = progress.startedAt();
        this.updatedAt = progress.updatedAt();
    }

    BackfillProgress toProgress() {
        return new BackfillProgress(
                instrument.instrumentId(), id.interval(), wantedFrom, wantedTo, doneFrom, doneTo, startedAt, updatedAt);
    }
}
