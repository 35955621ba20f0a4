package io.liquidationmap.engine;

import java.time.Duration;

/// How volume becomes activity, the rate at which the model's clock of closing positions runs: the bar's volume over
/// the mean volume per bar of the trailing window, kept within limits. A bar in which nothing was traded has activity
/// 0, for without a trade nobody opens or closes; a bar of unknown volume has activity 1.
///
/// @param meanWindow length of the trailing window, the bar itself included
/// @param minimum least activity of a bar with any volume
/// @param maximum greatest activity of a bar
public record ActivityRule(Duration meanWindow, double minimum, double maximum) {

    public ActivityRule {
        if (meanWindow.isNegative() || meanWindow.isZero()) {
            throw new IllegalArgumentException("the window of the mean activity must be positive");
        }
        if (!(minimum >= 0 && minimum <= 1 && maximum >= 1) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException("activity limits need 0 <= minimum <= 1 <= maximum");
        }
    }
}
