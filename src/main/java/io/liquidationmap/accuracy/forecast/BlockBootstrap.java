package io.liquidationmap.accuracy.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// How far a figure could lie from where it was found, had other days of the same kind been drawn: the moving-block
/// bootstrap (Künsch 1989). Blocks of several days are drawn with replacement, because liquidations come in clusters
/// and single buckets are far from independent. Always with the same seed, so that the same sample has the same
/// interval.
final class BlockBootstrap {

    private static final int DRAWS = 1000;
    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    private final int[] slots;
    private final int slotCount;
    private final int slotsPerBlock;

    /// @param slots by observation, in which slot of time it lies, counted from 0 without holes
    /// @param slotsPerBlock length of a block
    BlockBootstrap(int[] slots, int slotsPerBlock) {
        this.slots = slots;
        this.slotsPerBlock = slotsPerBlock;
        slotCount = Arrays.stream(slots).max().orElse(-1) + 1;
    }

    /// The interval that holds the middle 95 % of a figure over all draws; unknown where the sample is shorter than
    /// three blocks, or the figure is unknown for most draws.
    ///
    /// @param figure of a sample in which each observation counts as often as the weights say
    Band band(ToDoubleFunction<int[]> figure) {
        if (slotCount < 3 * slotsPerBlock) {
            return Band.UNKNOWN;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] figures = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            figures[draw] = figure.applyAsDouble(weights(random));
        }
        double[] known =
                Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
        if (known.length < DRAWS / 2) {
            return Band.UNKNOWN;
        }
        int tail = (int) Math.floor(TAIL * known.length);
        return new Band(known[tail], known[known.length - 1 - tail]);
    }

    /// An interval.
    ///
    /// @param low lower end, or NaN
    /// @param high upper end, or NaN
    record Band(double low, double high) {
        static final Band UNKNOWN = new Band(Double.NaN, Double.NaN);
    }

    private int[] weights(SplittableRandom random) {
        int[] slotWeights = new int[slotCount];
        int drawn = 0;
        while (drawn < slotCount) {
            int first = random.nextInt(slotCount - slotsPerBlock + 1);
            for (int i = 0; i < slotsPerBlock && drawn < slotCount; i++) {
                slotWeights[first + i]++;
                drawn++;
            }
        }
        return Arrays.stream(slots).map(slot -> slotWeights[slot]).toArray();
    }
}
