package io.liquidationmap.history.jpa;

import io.liquidationmap.history.IngestionJournal.Job;
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
            boolean succeeded) implements Serializable {}
}
