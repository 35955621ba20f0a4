package io.liquidationmap.history.jpa;

import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.market.Interval;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last run of one job on one series that succeeded, or the last that failed, with the sums over all such runs.
@Entity
@Table(name = "ingestion_run")
@SuppressWarnings("UnusedVariable") // some columns are there for the operator who looks into the table
class IngestionRunRow {

    @EmbeddedId
    private Id id;

    @MapsId("instrumentId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private InstrumentRow instrument;

    private Instant startedAt;
    private Instant endedAt;
    private @Nullable String error;
    private long rowsRead;
    private long rowsWritten;
    private long rowsRefused;
    private @Nullable String lastRefusal;
    private @Nullable Instant lastRefusalAt;

    protected IngestionRunRow() {}

    IngestionRunRow(InstrumentRow instrument, Run run) {
        this.id = Id.of(instrument, run);
        this.instrument = instrument;
        this.startedAt = run.startedAt();
        this.endedAt = run.endedAt();
        this.error = run.error();
    }

    /// Counts a run in; one that ended before the last one known adds to the sums only.
    void add(Run run) {
        rowsRead += run.rowsRead();
        rowsWritten += run.written();
        rowsRefused += run.refused();
        if (!run.endedAt().isBefore(endedAt)) {
            startedAt = run.startedAt();
            endedAt = run.endedAt();
            error = run.error();
        }
        boolean refusedLater = lastRefusalAt == null || !run.endedAt().isBefore(lastRefusalAt);
        if (run.refusalReason() != null && refusedLater) {
            lastRefusal = run.refusalReason();
            lastRefusalAt = run.endedAt();
        }
    }

    InstrumentRow instrument() {
        return instrument;
    }

    Interval interval() {
        return new Interval(Duration.ofSeconds(id.intervalSeconds()));
    }

    boolean succeeded() {
        return id.succeeded();
    }

    Instant endedAt() {
        return endedAt;
    }

    @Nullable String error() {
        return error;
    }

    long rowsRefused() {
        return rowsRefused;
    }

    @Nullable String lastRefusal() {
        return lastRefusal;
    }

    @Nullable Instant lastRefusalAt() {
        return lastRefusalAt;
    }

    @Embeddable
    record Id(
            int instrumentId,
            int intervalSeconds,
            @Enumerated(EnumType.STRING) Job job,
            boolean succeeded) implements Serializable {

        static Id of(InstrumentRow instrument, Run run) {
            return new Id(instrument.id(), run.interval().seconds(), run.job(), run.error() == null);
        }
    }
}
