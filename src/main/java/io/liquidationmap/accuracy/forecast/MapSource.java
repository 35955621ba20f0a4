package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the maps to be scored come from.
@FunctionalInterface
public interface MapSource {

    /// The map of an instrument as it could have been drawn at that instant: nothing later may be in it, neither bars
    /// nor calibration.
    ///
    /// @return empty if there was no map worth scoring then
    Optional<LiquidationMap> at(Instant instant);

    /// The maps of one book, from the end of its warm-up on and only as of the ends of its bars.
    ///
    /// @param range how far back positions were opened
    static MapSource of(LevelHistory history, Range range) {
        return instant -> {
            if (history.isEmpty() || instant.isBefore(history.from()) || history.isWarmingUp(instant)) {
                return Optional.empty();
            }
            return Optional.of(history.at(instant, range))
                    .filter(levels -> levels.asOf().equals(instant))
                    .map(levels ->
                            LiquidationMap.of(levels.price(), List.of(new LiquidationMap.Part("scored", levels))));
        };
    }
}
