package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.accuracy.forecast.NaiveRangeModel.Observation;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The naive model walking forward: fitted at the start of each month to what was known then, and left alone until the
/// next. For questions in ascending order of time.
final class FrozenNaiveModel {

    /// So much of the past is fitted at most, for markets change …
    private static final Duration LOOK_BACK = Duration.ofDays(180);

    /// … and so much at least, for two numbers need some evidence.
    private static final Duration LEAST = Duration.ofDays(14);

    private final Instant begin;
    private final BiFunction<Instant, Instant, List<Observation>> past;
    private final long leastObservations;
    private @Nullable Instant frozenAt;
    private Optional<NaiveRangeModel> model = Optional.empty();

    /// @param begin where scoring begins, so that a first part of a month is scored as well
    /// @param past what happened in the buckets that begin in `[from, to)`
    /// @param bucket length of the buckets
    FrozenNaiveModel(Instant begin, BiFunction<Instant, Instant, List<Observation>> past, Interval bucket) {
        this.begin = begin;
        this.past = past;
        leastObservations = Side.values().length * LEAST.toMillis() / bucket.millis();
    }

    /// The model in force at `instant`; empty while too little was known when it should have been fitted.
    Optional<NaiveRangeModel> at(Instant instant) {
        Instant freeze = freeze(instant);
        if (!freeze.equals(frozenAt)) {
            List<Observation> known = past.apply(freeze.minus(LOOK_BACK), freeze);
            model = known.size() < leastObservations ? Optional.empty() : NaiveRangeModel.fit(known);
            frozenAt = freeze;
        }
        return model;
    }

    private Instant freeze(Instant instant) {
        Instant month = YearMonth.from(instant.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return month.isBefore(begin) ? begin : month;
    }
}
