package io.liquidationmap.api.liquidations;

/// Fractions as percentages: 5 means 5 %.
final class Percent {

    private static final double PER_UNIT = 100;

    private Percent() {}

    static double of(double fraction) {
        return fraction * PER_UNIT;
    }

    /// How far `to` lies from `from`; negative below.
    static double between(double from, double to) {
        return of((to - from) / from);
    }
}
