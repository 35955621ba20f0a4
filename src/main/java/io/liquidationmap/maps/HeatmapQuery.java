package io.liquidationmap.maps;

import io.liquidationmap.maps.QuestionException.StepTooShort;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question about levels over time.
///
/// @param market what it is about; its `asOf` is the end of the time shown and its range the length of it
/// @param step between the moments, which are the multiples of it since 1970; null for the shortest usual one that
///     makes an answer of a handy size
/// @param window the prices shown, around the price at the end
/// @param buckets number of equal-width buckets over the window, 10 to 2000
public record HeatmapQuery(MarketQuery market, @Nullable Interval step, PriceWindow window, int buckets) {

    /// Most moments times buckets of an answer.
    public static final int MOST_CELLS = 200_000;

    // A year of half days; finer than that no screen shows.
    private static final int MOST_DEFAULT_TIMES = 750;

    /// Whether an answer with that step is small enough.
    public static boolean isAnswerable(Range range, Interval step, int buckets) {
        return times(range, step) * buckets <= MOST_CELLS;
    }

    /// The shortest usual step with which an answer is small enough; empty if there is none.
    public static Optional<Interval> shortestStep(Range range, int buckets) {
        return usualSteps().filter(step -> isAnswerable(range, step, buckets)).findFirst();
    }

    /// The most buckets with which an answer is small enough.
    public static long mostBuckets(Range range, Interval step) {
        return MOST_CELLS / times(range, step);
    }

    /// The step between the moments.
    ///
    /// @param bars the length of the shortest bars that there are
    /// @throws StepTooShort if the step asked for is shorter than those
    Interval stepOver(Interval bars) {
        if (step != null) {
            if (step.compareTo(bars) < 0) {
                throw new StepTooShort(bars);
            }
            return step;
        }
        Range range = market.range();
        return usualSteps()
                .filter(usual -> usual.compareTo(bars) >= 0
                        && times(range, usual) <= MOST_DEFAULT_TIMES
                        && isAnswerable(range, usual, buckets))
                .findFirst()
                .orElse(Interval.ONE_DAY);
    }

    private static Stream<Interval> usualSteps() {
        return Stream.of("5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d")
                .map(Interval::parse);
    }

    private static long times(Range range, Interval step) {
        return Math.ceilDiv(range.duration().toMillis(), step.millis());
    }
}
