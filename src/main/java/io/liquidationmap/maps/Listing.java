package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.Retirements.Retirement;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is stored at one moment.
///
/// @param venues by name
/// @param instruments by venue and symbol
/// @param series those of each instrument that hold at least one bar
/// @param retirements when instruments were not followed
record Listing(
        List<KnownVenue> venues,
        List<Instrument> instruments,
        Map<InstrumentId, List<SeriesState>> series,
        List<Retirement> retirements) {

    List<SeriesState> seriesOf(Instrument instrument) {
        return series.getOrDefault(instrument.id(), List.of());
    }

    /// Whether the instrument was not followed at this time: what is stored of it says nothing of then.
    boolean isRetired(Instrument instrument, Instant at) {
        return retirements.stream()
                .anyMatch(retirement -> retirement.instrument().equals(instrument.id()) && retirement.covers(at));
    }

    /// The times in which the instrument was not followed.
    List<Retirement> retirementsOf(Instrument instrument) {
        return retirements.stream()
                .filter(retirement -> retirement.instrument().equals(instrument.id()))
                .toList();
    }

    /// Whether a bar of the instrument had closed at this time.
    boolean hasBegun(Instrument instrument, Instant at) {
        return seriesOf(instrument).stream()
                .anyMatch(
                        state -> !state.from().plus(state.interval().duration()).isAfter(at));
    }

    boolean isSimulated(Instrument instrument) {
        return venues.stream()
                .anyMatch(known -> known.simulated() && known.venue().equals(instrument.venue()));
    }
}
