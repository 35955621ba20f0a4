package io.liquidationmap.calibration;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Walks through the history of every instrument, learning at each moment of the [CalibrationCalendar] what could be
/// learned then. What is stored and was computed from the same is left alone, so a walk may stop anywhere and go on
/// later, in another instance of the service too, and bars that are repaired or loaded late are learned from again, from
/// the first moment they touch.
@Component
public final class CalibrationWalk {

    private final InstrumentCatalog catalog;
    private final BarHistory history;
    private final AssetWalks walks;
    private final Map<Asset, Walked> walked = new HashMap<>();

    CalibrationWalk(InstrumentCatalog catalog, BarHistory history, AssetWalks walks) {
        this.catalog = catalog;
        this.history = history;
        this.walks = walks;
    }

    /// Learns what is missing of all instruments.
    ///
    /// @param fits after how many to stop, at the end of a moment
    /// @return whether nothing is left
    public synchronized boolean walk(int fits) {
        int left = fits;
        for (Map.Entry<Asset, List<Instrument>> asset : assets().entrySet()) {
            left -= walk(asset.getKey(), asset.getValue(), left);
            if (left <= 0) {
                return false;
            }
        }
        return true;
    }

    /// Learns what is missing of one instrument, and of those it learns from or teaches.
    public synchronized void walk(InstrumentId instrument) {
        assets().forEach((asset, instruments) -> {
            if (instruments.stream().anyMatch(member -> member.id().equals(instrument))) {
                walk(asset, instruments, Integer.MAX_VALUE);
            }
        });
    }

    private int walk(Asset asset, List<Instrument> instruments, int fits) {
        Map<InstrumentId, List<SeriesState>> series =
                history.series().stream().collect(Collectors.groupingBy(SeriesState::instrument));
        AssetWalk walk = walks.of(instruments.stream()
                .filter(instrument -> series.containsKey(instrument.id()))
                .collect(Collectors.toMap(instrument -> instrument, instrument -> series.get(instrument.id()))));
        Walked now = walk.inputs();
        Walked before = walked.get(asset);
        Instant since = before == null ? Instant.MIN : now.firstDifference(before, history);
        int done = walk.run(since, fits);
        if (done < fits) {
            walked.put(asset, now);
        }
        return done;
    }

    /// The instruments that can teach each other, by coin. A simulated market teaches no real one.
    private Map<Asset, List<Instrument>> assets() {
        Set<Venue> simulated = catalog.venues().stream()
                .filter(KnownVenue::simulated)
                .map(KnownVenue::venue)
                .collect(Collectors.toSet());
        return catalog.instruments().stream()
                .collect(Collectors.groupingBy(
                        instrument -> new Asset(instrument.base(), simulated.contains(instrument.venue())),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private record Asset(String base, boolean simulated) implements Comparable<Asset> {

        private static final Comparator<Asset> ORDER =
                Comparator.comparing(Asset::base).thenComparing(Asset::simulated);

        @Override
        public int compareTo(Asset other) {
            return ORDER.compare(this, other);
        }
    }
}
