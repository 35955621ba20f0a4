package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.market.Side;
import java.time.Instant;

/// What was said of one bucket and side, by the map and by those it is compared with, and what happened.
///
/// @param bucketStart when the bucket begins; nothing later was known
/// @param openInterestUsd open interest then, US dollars
/// @param excursion how far price then went against the side, in log price
/// @param predictedUsd forced share × what the map held as far as price went, US dollars
/// @param naiveUsd what [NaiveRangeModel] says, US dollars; NaN while too little is known to fit it
/// @param controlUsd what a map says that cannot know better ([Control]), US dollars
/// @param realisedUsd what was force-closed, US dollars
public record Forecast(
        Instant bucketStart,
        Side side,
        double openInterestUsd,
        double excursion,
        double predictedUsd,
        double naiveUsd,
        double controlUsd,
        double realisedUsd) {

    /// The same, with the naive model's word.
    Forecast withNaive(double usd) {
        return new Forecast(bucketStart, side, openInterestUsd, excursion, predictedUsd, usd, controlUsd, realisedUsd);
    }
}
