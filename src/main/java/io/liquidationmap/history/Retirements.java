package io.liquidationmap.history;

import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an instrument was not followed: delisted, or no longer wanted. Its history stays; what it says of a later time is
/// nothing.
public interface Retirements {

    /// An instrument is no longer followed; nothing changes if it was not.
    ///
    /// @param instrument a registered instrument
    void retire(InstrumentId instrument, Instant at);

    /// An instrument is followed again; nothing changes if it was.
    ///
    /// @param instrument a registered instrument
    void revive(InstrumentId instrument, Instant at);

    /// Every time any instrument was not followed, by instrument and time.
    List<Retirement> all();

    /// A time `[from, to)` in which an instrument was not followed.
    ///
    /// @param to null while it lasts
    record Retirement(
            InstrumentId instrument, Instant from, @Nullable Instant to) {

        /// Whether the instrument was not followed at this time.
        public boolean covers(Instant time) {
            return !time.isBefore(from) && (to == null || time.isBefore(to));
        }

        /// Whether the instrument was not followed at any time of a stretch.
        public boolean covers(Instant begin, Instant end) {
            return !begin.isBefore(from) && (to == null || !end.isAfter(to));
        }
    }
}
