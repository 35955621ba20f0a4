package io.liquidationmap.maps;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to ask about.
public interface MarketDirectory {

    /// Every base asset with the instruments that trade it, by name.
    List<SymbolEntry> symbols();

    /// Every venue, by name.
    List<VenueEntry> venues();

    /// A base asset.
    ///
    /// @param symbol the base asset
    /// @param instruments what trades it
    record SymbolEntry(String symbol, List<InstrumentEntry> instruments) {}

    /// An instrument and the stretch of its history.
    ///
    /// @param interval length of its bars; null when none is stored yet
    /// @param from open time of the first bar; null when none is stored yet
    /// @param to end of the last bar; null when none is stored yet
    /// @param bars how many are stored
    record InstrumentEntry(
            Instrument instrument,
            @Nullable Interval interval,
            @Nullable Instant from,
            @Nullable Instant to,
            long bars) {}

    /// A venue.
    ///
    /// @param simulated whether its market is a simulation
    /// @param symbols its instruments, in the venue's spelling
    record VenueEntry(Venue venue, boolean simulated, List<String> symbols) {}
}
