package io.liquidationmap.history;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The bars of every instrument. Writing is idempotent: the same bars written twice change no row, and a bar that is
/// written again with fewer known values loses none.
public interface BarHistory {

    /// Stores bars, all or none. Field by field a known value replaces what was stored and an unknown one (null)
    /// leaves it; a candle of the last price never replaces one of the mark price.
    ///
    /// @param instrument a registered instrument
    /// @param bars in any order; of two bars with one open time the later in the iteration wins
    /// @return how many rows were new, changed and unchanged
    WriteResult write(InstrumentId instrument, Interval interval, Iterable<Bar> bars);

    /// The bars that open in `[from, to)`, ascending.
    BarSeries read(InstrumentId instrument, Interval interval, Instant from, Instant to);

    /// The sum of the funding rates paid in the bars that open in `[from, to)`, by longs to shorts, as a fraction of
    /// notional; empty if none of them has one.
    OptionalDouble fundingRate(InstrumentId instrument, Interval interval, Instant from, Instant to);

    /// Every series that holds at least one bar.
    List<SeriesState> series();

    /// The series of one instrument that hold at least one bar, by interval.
    List<SeriesState> series(InstrumentId instrument);

    /// One series, if it holds a bar.
    Optional<SeriesState> series(InstrumentId instrument, Interval interval);

    /// The open time of the earliest bar that was written or changed after the series had version `version`; empty if
    /// none was. Lets a reader that holds the series re-read only what it must.
    Optional<Instant> changedSince(InstrumentId instrument, Interval interval, long version);

    /// The stretches of `[from, to)` in which no bar is stored, or none with an open interest if
    /// `openInterestRequired`.
    List<Gap> gaps(InstrumentId instrument, Interval interval, Instant from, Instant to, boolean openInterestRequired);

    /// What a write did.
    ///
    /// @param added rows that were not there
    /// @param changed rows that were there with other or fewer values
    /// @param unchanged rows that were there already
    record WriteResult(long added, long changed, long unchanged) {

        /// Nothing written.
        public static final WriteResult NONE = new WriteResult(0, 0, 0);

        /// Both writes together.
        public WriteResult plus(WriteResult other) {
            return new WriteResult(added + other.added, changed + other.changed, unchanged + other.unchanged);
        }
    }

    /// How far a series reaches and how often it was written.
    ///
    /// @param instrument whose bars
    /// @param interval of which length
    /// @param from open time of the first bar
    /// @param to end of the last bar
    /// @param bars how many are stored
    /// @param version rises with every write that changed a row; never falls
    /// @param changedAt when the version last rose
    record SeriesState(
            InstrumentId instrument,
            Interval interval,
            Instant from,
            Instant to,
            long bars,
            long version,
            Instant changedAt) {}

    /// A stretch of missing bars.
    ///
    /// @param from open time of the first missing bar
    /// @param to open time of the first bar that is present again, or the end of what was asked
    record Gap(Instant from, Instant to) {}
}
