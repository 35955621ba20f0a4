package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.calibration.CalibrationRefusedException;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The maps of a history as a service would have drawn them: calibrated at the beginning of each week on what was
/// known then. There is none before the first calibration. For one thread.
public final class CalibratedMaps implements MapSource {

    private static final long WEEK_MS = Duration.ofDays(7).toMillis();

    private final BarSeries bars;
    private final ModelParameters prior;
    private final Evidence evidence;
    private final Range range;
    private final Map<Long, Optional<MapSource>> weeks = new HashMap<>();

    /// @param prior what is believed before any bar
    /// @param evidence what to learn from
    /// @param range how far back positions were opened
    public CalibratedMaps(BarSeries bars, ModelParameters prior, Evidence evidence, Range range) {
        this.bars = bars;
        this.prior = prior;
        this.evidence = evidence;
        this.range = range;
    }

    @Override
    public Optional<LiquidationMap> at(Instant instant) {
        long week = Math.floorDiv(instant.toEpochMilli(), WEEK_MS);
        return weeks.computeIfAbsent(week, this::calibrated).flatMap(maps -> maps.at(instant));
    }

    private Optional<MapSource> calibrated(long week) {
        try {
            ModelParameters learned = Calibrator.fit(bars, Instant.ofEpochMilli(week * WEEK_MS), prior, evidence)
                    .parameters();
            return Optional.of(MapSource.of(history(learned), range));
        } catch (CalibrationRefusedException _) {
            return Optional.empty();
        }
    }

    private LevelHistory history(ModelParameters learned) {
        PositionBook book = new PositionBook(learned, bars.interval());
        book.advance(bars, 0, bars.size());
        return book.history();
    }
}
