package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the maps of one instrument have been.
///
/// @param simulated whether its venue is a simulated one
/// @param bucket length of the stretches of time that were predicted
/// @param modelVersions of the maps in the sample, in alphabetical order
/// @param completeness how much of its liquidations the venue publishes, of the least complete part of the sample;
///     null if that is not known
/// @param buckets stretches in the sample so far: predicted, with liquidations known and a naive model to compare with
/// @param leastBuckets so many are needed for a score
/// @param score null while there are fewer
public record LiveScore(
        InstrumentId instrument,
        boolean simulated,
        Interval bucket,
        List<String> modelVersions,
        @Nullable Completeness completeness,
        long buckets,
        long leastBuckets,
        @Nullable ForecastScore score) {

    public LiveScore {
        modelVersions = List.copyOf(modelVersions);
    }
}
