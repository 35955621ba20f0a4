package io.liquidationmap.history;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was predicted of each bucket of time, and what happened. The same entries recorded twice change no row.
public interface ForecastLog {

    /// Stores entries and how far the series is scored by them, all or nothing. An entry replaces the one of the same
    /// bucket, side and model version.
    ///
    /// @param instrument a registered instrument
    /// @param bucket length of the buckets
    void record(InstrumentId instrument, Interval bucket, List<Entry> entries, Progress progress);

    /// How far a series is scored, if it was begun.
    ///
    /// @param interval length of its bars
    /// @param bucket length of the buckets
    Optional<Progress> progress(InstrumentId instrument, Interval interval, Interval bucket);

    /// The entries of the buckets that begin in `[from, to)`, ascending: for each bucket and side the one of the model
    /// version that was recorded last.
    List<Entry> entries(InstrumentId instrument, Interval bucket, Instant from, Instant to);

    /// What is recorded of each instrument and length of buckets, by instrument, shortest buckets first.
    ///
    /// @param to only of the buckets that end by then
    List<Extent> extents(Instant to);

    /// One bucket and side.
    ///
    /// @param bucketStart when the bucket begins
    /// @param modelVersion of the map
    /// @param openInterestUsd open interest at its beginning, US dollars
    /// @param excursion how far price went against the side, in log price
    /// @param predictedUsd what the map says, US dollars
    /// @param naiveUsd what open interest and excursion alone say, US dollars; null if that was not known yet
    /// @param controlUsd what the map says with up and down exchanged, US dollars
    /// @param realisedUsd what was force-closed, US dollars
    /// @param completeness how much the venue publishes of that; null if it is not known
    record Entry(
            Instant bucketStart,
            Side side,
            String modelVersion,
            double openInterestUsd,
            double excursion,
            double predictedUsd,
            @Nullable Double naiveUsd,
            double controlUsd,
            double realisedUsd,
            @Nullable Completeness completeness) {}

    /// How far a series is scored.
    ///
    /// @param interval length of its bars
    /// @param scoredTo end of the last bucket that was looked at
    /// @param seriesVersion the version of the series it was read at
    record Progress(Interval interval, Instant scoredTo, long seriesVersion) {}

    /// What is recorded of an instrument.
    ///
    /// @param bucket length of the buckets
    /// @param lastBucketStart beginning of the last bucket
    /// @param recordedAt when an entry was last written
    record Extent(InstrumentId instrument, Interval bucket, Instant lastBucketStart, Instant recordedAt) {}
}
