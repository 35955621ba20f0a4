package io.liquidationmap.api.liquidations;

import io.liquidationmap.maps.PriceWindow;

/// A window that stays where it is while price moves a little, so that the buckets of one map can be compared with
/// those of the next. It depends on nothing but the price: whoever draws the same map has the same buckets.
final class SteadyWindow {

    /// Moves by this part of its half-width at a time, so price is never farther from its centre than half of that.
    private static final double STEPS_PER_SPAN = 20;

    private SteadyWindow() {}

    /// The window in which a map with that price is shown.
    static PriceWindow.Bounds of(PriceWindow asked, double price) {
        return switch (asked) {
            case PriceWindow.Bounds bounds -> bounds;
            case PriceWindow.Span(double pct) -> {
                // Strict: two instances on different processors must agree to the last bit.
                double step = StrictMath.log1p(pct / 100 / STEPS_PER_SPAN);
                double centre = StrictMath.exp(Math.rint(StrictMath.log(price) / step) * step);
                yield new PriceWindow.Bounds(centre * (1 - pct / 100), centre * (1 + pct / 100));
            }
        };
    }
}
