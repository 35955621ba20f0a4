package io.liquidationmap.history.jpa;

import io.liquidationmap.history.IngestionJournal.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface IngestionRunRepository extends JpaRepository<IngestionRunRow, IngestionRunRow.Id> {

    @Query("select r from IngestionRunRow r join fetch r.instrument i join fetch i.venue")
    List<IngestionRunRow> findAllWithInstrument();

    /// Counts a run in; one that ended before the last one known adds to the sums only. In one statement, because there
    /// is a run for every bar of every instrument.
    ///
    /// @return 0 if the instrument is unknown, else 1
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into ingestion_run as known (
                        instrument_id, interval_seconds, job, succeeded, started_at, ended_at, error,
                        rows_read, rows_written, rows_refused, last_refusal, last_refusal_at)
                    select i.id, :interval, :job, :succeeded, :startedAt, :endedAt, cast(:error as text),
                           :rowsRead, :rowsWritten, :rowsRefused, cast(:refusal as text),
                           case when cast(:refusal as text) is not null then cast(:endedAt as timestamptz) end
                    from instrument i join venue v on v.id = i.venue_id
                    where v.name = :venue and i.symbol = :symbol
                    on conflict (instrument_id, interval_seconds, job, succeeded) do update set
                        rows_read = known.rows_read + excluded.rows_read,
                        rows_written = known.rows_written + excluded.rows_written,
                        rows_refused = known.rows_refused + excluded.rows_refused,
                        started_at = case when excluded.ended_at < known.ended_at
                            then known.started_at else excluded.started_at end,
                        error = case when excluded.ended_at < known.ended_at then known.error else excluded.error end,
                        ended_at = greatest(known.ended_at, excluded.ended_at),
                        last_refusal = case when excluded.last_refusal_at is null
                                or excluded.last_refusal_at < known.last_refusal_at
                            then known.last_refusal else excluded.last_refusal end,
                        last_refusal_at = greatest(known.last_refusal_at, excluded.last_refusal_at)""")
    int count(
            String venue,
            String symbol,
            int interval,
            String job,
            boolean succeeded,
            Instant startedAt,
            Instant endedAt,
            @Nullable String error,
            long rowsRead,
            long rowsWritten,
            long rowsRefused,
            @Nullable String refusal);

    /// The same.
    ///
    /// @return false if the instrument is unknown
    default boolean count(Run run) {
        return count(
                        run.instrument().venue().name(),
                        run.instrument().symbol(),
                        run.interval().seconds(),
                        run.job().name(),
                        run.error() == null,
                        run.startedAt(),
                        run.endedAt(),
                        run.error(),
                        run.rowsRead(),
                        run.written(),
                        run.refused(),
                        run.refusalReason())
                > 0;
    }
}
