package io.liquidationmap.accuracy.metric;

import io.liquidationmap.engine.GaussianBlur;
import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How much denser a map is than its surroundings, at every tenth of a percent of the price out to ±20 %: each side's
/// density blurred over 0.3 % of the price, less itself blurred over 2.5 %. Immutable.
final class DetrendedDensity {

    private static final int REACH_PCT = 20;
    private static final double NARROW_PCT = 0.3;
    private static final double WIDE_PCT = 2.5;

    private final double[] below;
    private final double[] above;

    DetrendedDensity(MapReading map) {
        below = detrended(map, Side.LONG);
        above = detrended(map, Side.SHORT);
    }

    private static double[] detrended(MapReading map, Side side) {
        // Blurred as far as is read, so that the end of what is compared is no edge.
        double[] bins = map.bins(side, 1, MapReading.REACH_PCT);
        double[] narrow = GaussianBlur.of(bins, NARROW_PCT * MapReading.STEPS_PER_PCT);
        double[] wide = GaussianBlur.of(bins, WIDE_PCT * MapReading.STEPS_PER_PCT);
        return IntStream.range(0, REACH_PCT * MapReading.STEPS_PER_PCT)
                .mapToDouble(bin -> narrow[bin] - wide[bin])
                .toArray();
    }

    /// Both sides, longs first, each from the price outwards; as a new array.
    double[] values() {
        double[] both = Arrays.copyOf(below, below.length + above.length);
        System.arraycopy(above, 0, both, below.length, above.length);
        return both;
    }

    /// Where it peaks: distances from the price as fractions of it, negative below, the highest peaks of both sides
    /// first.
    ///
    /// @param limit how many at most
    double[] peaks(int limit) {
        return Stream.concat(peaks(below, -1), peaks(above, 1))
                .sorted(Comparator.comparingDouble(Peak::height).reversed())
                .limit(limit)
                .mapToDouble(Peak::distance)
                .toArray();
    }

    private static Stream<Peak> peaks(double[] density, int sign) {
        return IntStream.range(0, density.length)
                .filter(i -> density[i] > 0
                        && (i == 0 || density[i] > density[i - 1])
                        && (i == density.length - 1 || density[i] >= density[i + 1]))
                .mapToObj(i -> new Peak(sign * (i + 0.5) / (100 * MapReading.STEPS_PER_PCT), density[i]));
    }

    private record Peak(double distance, double height) {}
}
