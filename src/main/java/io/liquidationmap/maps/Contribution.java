package io.liquidationmap.maps;

import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.engine.LevelChanges;
import io.liquidationmap.engine.Uncertainty;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One instrument's part in an answer: its series, up to and including one bar.
///
/// @param model what was known of its positions
/// @param held the series
/// @param last index of the last bar the answer uses
record Contribution(Instrument instrument, InstrumentModel model, HeldSeries held, int last) {

    // A series that misses its third bar in a row is not merely being polled.
    private static final int STALE_AFTER_BARS = 3;

    BarSeries bars() {
        return held.bars();
    }

    Instant end() {
        return bars().closeTime(last);
    }

    double close() {
        return bars().close(last);
    }

    double forcedShare() {
        return model.parameters().forcedShare().central();
    }

    /// What became of its levels since an instant in the range before its end.
    LevelChanges changesSince(Instant from, Range range) {
        return held.levels().changes(from.isBefore(end()) ? from : end(), end(), range);
    }

    /// The same instrument up to the last bar that had ended by an earlier instant.
    Contribution asOf(Instant earlier) {
        return new Contribution(instrument, model, held, Math.min(last, bars().lastClosedAt(earlier)));
    }

    /// How little is known about its levels; null in the opened model, which is there for comparison and claims nothing.
    @Nullable Uncertainty uncertainty(Model account) {
        return account == Model.CONSERVED ? model.uncertainty() : null;
    }

    /// Whether it can be drawn: a bar with a known open interest had ended by the end of its last bar.
    boolean isKnown() {
        return last >= 0
                && !held.levels().isEmpty()
                && !end().isBefore(held.levels().from());
    }

    /// The last known open interest, valued at the last close; 0 if none is known.
    double openInterestUsd() {
        for (int i = last; i >= 0; i--) {
            if (!Double.isNaN(bars().openInterest(i))) {
                return bars().openInterest(i) * close();
            }
        }
        return 0;
    }

    /// Accounts long / accounts short as last known in a bar that opens at or after `from`; NaN if it is in none.
    double longShortRatioSince(Instant from) {
        for (int i = last; i >= 0 && bars().openTimeMs(i) >= from.toEpochMilli(); i--) {
            if (!Double.isNaN(bars().longShortRatio(i))) {
                return bars().longShortRatio(i);
            }
        }
        return Double.NaN;
    }

    /// Names everything this part of the answer depends on.
    String input() {
        return instrument + " " + model.name() + " " + model.parameters() + " "
                + model.tiers().source() + " " + model.tiers().asOf() + " " + bars().openTimeMs(0) + " "
                + bars().openTimeMs(last) + " " + Long.toHexString(held.digest(last));
    }

    /// @param due end of the bar that should have been the last
    Coverage coverage(Range range, Instant due) {
        Instant start = range.before(end());
        Duration lag = Duration.between(end(), due);
        return new Coverage(
                instrument.id(),
                bars().interval(),
                Instant.ofEpochMilli(bars().openTimeMs(0)),
                end(),
                bars().interval().barsBetween(start, end()),
                held.barsWithOpenInterest(start, last),
                Math.max(0, lag.toSeconds()),
                lag.compareTo(bars().interval().duration().multipliedBy(STALE_AFTER_BARS)) > 0,
                held.levels().isWarmingUp(end()),
                held.levels().isDegraded(end()),
                held.barsWithLastPrice(start, last),
                model.evidence(),
                model.tiers().source(),
                model.tiers().asOf());
    }
}
