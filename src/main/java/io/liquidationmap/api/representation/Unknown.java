package io.liquidationmap.api.representation;

import org.jspecify.annotations.Nullable;

/// How what is not known leaves the service: as null, which no client mistakes for a number.
public final class Unknown {

    private Unknown() {}

    /// The value; null if it is not a finite number, as where something is divided by nothing.
    public static @Nullable Double asNull(double value) {
        // Boxed by hand: the conditional operator would unbox the null.
        return Double.isFinite(value) ? (Double) value : null;
    }
}
