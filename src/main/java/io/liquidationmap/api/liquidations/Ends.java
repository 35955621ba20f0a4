package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Estimate;
import org.jspecify.annotations.Nullable;

/// The ends of bands, as fields: null where no band is claimed.
final class Ends {

    private Ends() {}

    static @Nullable Double low(@Nullable Band band) {
        return band == null ? null : band.low();
    }

    static @Nullable Double high(@Nullable Band band) {
        return band == null ? null : band.high();
    }

    static @Nullable Double usd(@Nullable Estimate estimate) {
        return estimate == null ? null : estimate.usd();
    }

    static @Nullable Double low(@Nullable Estimate estimate) {
        return estimate == null ? null : low(estimate.band());
    }

    static @Nullable Double high(@Nullable Estimate estimate) {
        return estimate == null ? null : high(estimate.band());
    }
}
