package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.market.Interval;
import java.util.List;
import org.springframework.stereotype.Component;

/// Scores what has happened since the last round, on every instrument.
@Component
class ForecastRound {

    private static final List<Interval> BUCKETS = List.of(Interval.ONE_HOUR, Interval.parse("4h"));

    /// A round draws no more maps than this, so that a history just loaded does not keep one thread for hours.
    private static final int MOST_MAPS = 1000;

    private final BarHistory history;
    private final IngestionJournal journal;
    private final ForecastWalk walk;

    ForecastRound(BarHistory history, IngestionJournal journal, ForecastWalk walk) {
        this.history = history;
        this.journal = journal;
        this.walk = walk;
    }

    /// Does as much as one round may.
    ///
    /// @return whether nothing is left to do
    boolean run() {
        int left = MOST_MAPS;
        for (SeriesState series : history.series()) {
            if (addsUpToBuckets(series.interval()) && isLoaded(series)) {
                for (Interval bucket : BUCKETS) {
                    left -= walk.advance(series, bucket, left);
                }
            }
        }
        return left > 0;
    }

    private static boolean addsUpToBuckets(Interval interval) {
        return BUCKETS.stream().allMatch(bucket -> bucket.millis() % interval.millis() == 0);
    }

    /// A back-fill goes from the newest bar to the oldest: each portion would change all maps and have them scored
    /// again.
    private boolean isLoaded(SeriesState series) {
        return journal.progress(series.instrument(), series.interval())
                .map(BackfillProgress::isDone)
                .orElse(true);
    }
}
