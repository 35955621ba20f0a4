package io.liquidationmap.engine.context;

import java.util.Arrays;
import java.util.OptionalDouble;

/// What a quantity was at moments of the past, to compare its present value with. Order statistics throughout, so that
/// a few extraordinary days do not move the yardstick. Immutable.
public final class PastValues {

    /// Makes the median absolute deviation of a normal distribution equal its standard deviation: 1 / Φ⁻¹(¾).
    private static final double NORMAL_CONSISTENCY = 1.4826;

    private static final double MEDIAN = 0.5;

    private final double[] ascending;

    private PastValues(double[] ascending) {
        this.ascending = ascending;
    }

    /// These values, in any order; what is not finite is left out.
    public static PastValues of(double... values) {
        return new PastValues(
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray());
    }

    /// How many there are.
    public int size() {
        return ascending.length;
    }

    /// How many percent of the values lie below `value`; those equal to it count half.
    ///
    /// @throws IllegalStateException if there are no values
    public double percentile(double value) {
        requireValues();
        int below = 0;
        int equal = 0;
        for (double past : ascending) {
            int order = Double.compare(past, value);
            below += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        return 100 * (below + equal / 2.0) / ascending.length;
    }

    /// How far `value` lies from the median, in units of the median absolute deviation, scaled to be standard
    /// deviations where the values are normally distributed; empty where more than half of them are the same, for then
    /// there is no unit.
    ///
    /// @throws IllegalStateException if there are no values
    public OptionalDouble robustZ(double value) {
        double median = quantile(MEDIAN);
        double deviation = PastValues.of(Arrays.stream(ascending)
                        .map(past -> Math.abs(past - median))
                        .toArray())
                .quantile(MEDIAN);
        return deviation > 0
                ? OptionalDouble.of((value - median) / (NORMAL_CONSISTENCY * deviation))
                : OptionalDouble.empty();
    }

    /// The value below which that part of the values lies, interpolated between neighbours (Hyndman and Fan 1996,
    /// definition 7).
    ///
    /// @param part in \[0, 1]
    /// @throws IllegalStateException if there are no values
    public double quantile(double part) {
        requireValues();
        double position = part * (ascending.length - 1);
        int lower = (int) Math.floor(position);
        int upper = Math.min(lower + 1, ascending.length - 1);
        return ascending[lower] + (position - lower) * (ascending[upper] - ascending[lower]);
    }

    private void requireValues() {
        if (ascending.length == 0) {
            throw new IllegalStateException("there are no past values to compare with");
        }
    }
}
