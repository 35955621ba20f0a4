package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.util.List;
import java.util.Map;

/// What is stored at one moment.
///
/// @param venues by name
/// @param instruments by venue and symbol
/// @param series those of each instrument that hold at least one bar
record Listing(List<KnownVenue> venues, List<Instrument> instruments, Map<InstrumentId, List<SeriesState>> series) {

    List<SeriesState> seriesOf(Instrument instrument) {
        return series.getOrDefault(instrument.id(), List.of());
    }

    boolean isSimulated(Instrument instrument) {
        return venues.stream()
                .anyMatch(known -> known.simulated() && known.venue().equals(instrument.venue()));
    }
}
