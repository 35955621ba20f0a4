package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.Band;
import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// What a map must tell to be measured, whatever it was computed by.
public interface MapEstimate {

    /// What would be liquidated if price went so far.
    ///
    /// @param side longs lie below the price, shorts above
    /// @param distance as a fraction of the price, in (0, 1)
    /// @return US dollars at the present price
    double cumulativeUsd(Side side, double distance);

    /// How far off the map says it may be; null if it does not say.
    default @Nullable Bands bands() {
        return null;
    }

    /// Bands that are meant to hold four truths of five.
    interface Bands {

        /// Around [MapEstimate#cumulativeUsd(Side, double)].
        Band cumulativeUsd(Side side, double distance);

        /// Around what lies between two distances, US dollars.
        ///
        /// @param near as a fraction of the price
        /// @param far farther than `near`
        Band usdBetween(Side side, double near, double far);

        /// Around the natural logarithm of shorts above / longs below, out to the same distance.
        Band logImbalance(double distance);
    }
}
