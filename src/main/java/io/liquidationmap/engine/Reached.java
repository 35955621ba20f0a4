package io.liquidationmap.engine;

import org.jspecify.annotations.Nullable;

/// What lies between the current price and a target on one side, and how sure that is.
///
/// @param exposure what has its level there
/// @param forced what of it would be force-closed
/// @param openInterestUsd all that is open on the side: no truth is larger
record Reached(Spread exposure, Spread forced, double openInterestUsd) {

    /// What lies beyond another target that is nearer.
    Reached beyond(Reached nearer) {
        return new Reached(exposure.minus(nearer.exposure), forced.minus(nearer.forced), openInterestUsd);
    }

    Band band() {
        return exposure.band(openInterestUsd);
    }

    Estimate forcedEstimate() {
        return new Estimate(forced.usd(), forced.band(openInterestUsd));
    }

    static @Nullable Band bandOf(@Nullable Reached reached) {
        return reached == null ? null : reached.band();
    }

    static @Nullable Estimate forcedOf(@Nullable Reached reached) {
        return reached == null ? null : reached.forcedEstimate();
    }
}
