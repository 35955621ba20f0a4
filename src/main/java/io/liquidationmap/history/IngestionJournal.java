package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What ingestion did, shared by all instances of the service: the outcome of runs, and how far each back-fill has
/// come, so that any instance can resume it and report it.
public interface IngestionJournal {

    /// Records the outcome of a run. Of successful runs only the last per series and job need be kept; counts of rows
    /// add up over all of them.
    void record(Run run);

    /// The state of every series ingestion has ever worked on.
    List<SeriesJournal> states();

    /// Stores how far a back-fill has come.
    void saveProgress(BackfillProgress progress);

    /// The progress of a back-fill, if one was begun.
    Optional<BackfillProgress> progress(InstrumentId instrument, Interval interval);

    /// What a run was for.
    enum Job {
        NEWEST_BAR,
        GAP_REPAIR,
        BACKFILL,
        IMPORT
    }

    /// One run of one job on one series.
    ///
    /// @param rowsRead rows received from the source
    /// @param written rows that were new or changed
    /// @param refused rows that were refused as impossible
    /// @param refusalReason the reason for the last refusal
    /// @param error why the run failed; null when it succeeded
    record Run(
            InstrumentId instrument,
            Interval interval,
            Job job,
            Instant startedAt,
            Instant endedAt,
            long rowsRead,
            long written,
            long refused,
            @Nullable String refusalReason,
            @Nullable String error) {}

    /// What is known about the ingestion of one series.
    ///
    /// @param lastSuccess end of the last run that succeeded
    /// @param lastFailure end of the last run that failed
    /// @param lastError its reason
    /// @param rowsRefused rows refused so far
    /// @param lastRefusal the reason for the last refusal
    /// @param backfill how far the back-fill has come
    record SeriesJournal(
            InstrumentId instrument,
            Interval interval,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String lastError,
            long rowsRefused,
            @Nullable String lastRefusal,
            @Nullable BackfillProgress backfill) {}

    /// A back-fill walks from the newest missing bar back to the oldest one wanted, or forward; what is left is
    /// `[from, to)` without `[doneFrom, doneTo)`.
    ///
    /// @param from oldest open time wanted
    /// @param to end of the newest bar wanted when the back-fill began
    /// @param doneFrom beginning of the stretch that is done
    /// @param doneTo end of the stretch that is done
    /// @param startedAt when the back-fill began, for the estimate of the time left
    /// @param updatedAt when it last moved
    record BackfillProgress(
            InstrumentId instrument,
            Interval interval,
            Instant from,
            Instant to,
            Instant doneFrom,
            Instant doneTo,
            Instant startedAt,
            Instant updatedAt) {

        /// Share done, 0 to 100.
        public double donePct() {
            double wanted = to.toEpochMilli() - from.toEpochMilli();
            return wanted <= 0 ? 100 : 100 * (doneTo.toEpochMilli() - doneFrom.toEpochMilli()) / wanted;
        }

        /// Whether nothing is left.
        public boolean isDone() {
            return !doneFrom.isAfter(from) && !doneTo.isBefore(to);
        }
    }
}
