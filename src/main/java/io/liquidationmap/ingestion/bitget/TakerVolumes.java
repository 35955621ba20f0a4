package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which part of the volume takers bought. Whether a label is the beginning of its period or its end is not documented,
/// nor is what is counted. The candles tell both: what takers bought and sold together is what was traded. As long as that
/// fits for neither end, or for both, nothing is known.
final class TakerVolumes {

    /// By how much what was bought and sold may differ from what was traded.
    private static final double TOLERANCE = 0.02;

    /// How many times as much it must differ by the other reading of the labels.
    private static final double CLEARLY = 4;

    /// From how many periods it is told.
    private static final int CONVINCING = 3;

    private final Interval interval;
    private final List<TakerVolumeRow> rows;
    private final Map<Instant, Double> traded;

    /// @param traded coins in each bar, by its open time
    TakerVolumes(Interval interval, List<TakerVolumeRow> rows, Map<Instant, Double> traded) {
        this.interval = interval;
        this.rows = rows;
        this.traded = traded;
    }

    /// Adds what can be told to the bars.
    void addTo(BarAssembly bars) {
        List<Taken> byBeginning = taken(Duration.ZERO);
        List<Taken> byEnd = taken(interval.duration());
        double beginnings = misfit(byBeginning);
        double ends = misfit(byEnd);
        if (byBeginning.size() < CONVINCING || byEnd.size() < CONVINCING) {
            return;
        }
        if (beginnings <= TOLERANCE && ends > beginnings * CLEARLY) {
            add(byBeginning, bars);
        } else if (ends <= TOLERANCE && beginnings > ends * CLEARLY) {
            add(byEnd, bars);
        }
    }

    private List<Taken> taken(Duration fromOpenToLabel) {
        List<Taken> taken = new ArrayList<>();
        for (TakerVolumeRow row : rows) {
            Instant openTime = Instant.ofEpochMilli(row.ts()).minus(fromOpenToLabel);
            double volume = traded.getOrDefault(openTime, 0.0);
            Double bought = row.buyVolume();
            Double sold = row.sellVolume();
            if (volume > 0 && bought != null && bought >= 0 && sold != null && sold >= 0) {
                taken.add(new Taken(openTime, volume, bought, sold));
            }
        }
        return taken;
    }

    private static double misfit(List<Taken> taken) {
        return taken.stream().mapToDouble(Taken::misfit).average().orElse(Double.POSITIVE_INFINITY);
    }

    private static void add(List<Taken> taken, BarAssembly bars) {
        taken.stream()
                .filter(each -> each.misfit() <= TOLERANCE)
                .forEach(each -> bars.takerBuyVolume(each.openTime, each.coinsBought()));
    }

    private record Taken(Instant openTime, double volume, double bought, double sold) {

        /// The part of the volume that is left over or missing.
        private double misfit() {
            return Math.abs(bought + sold - volume) / volume;
        }

        private double coinsBought() {
            return volume * bought / (bought + sold);
        }
    }
}
