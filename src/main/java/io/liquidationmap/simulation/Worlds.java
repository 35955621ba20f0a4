package io.liquidationmap.simulation;

import java.util.List;
import java.util.stream.LongStream;

/// The worlds on which estimates are measured: consecutive seeds, so that nobody chooses them.
public final class Worlds {

    private static final int ORDINARY = 12;
    private static final int HOSTILE = 4;

    private Worlds() {}

    /// Twelve ordinary worlds.
    public static List<World> ordinary() {
        return ordinary(1, ORDINARY);
    }

    /// Four hostile worlds, with the seeds that come next.
    public static List<World> hostile() {
        return hostile(1 + ORDINARY, HOSTILE);
    }

    /// Ordinary worlds of consecutive seeds.
    public static List<World> ordinary(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> new World("ordinary-" + seed, seed, WorldParameters.draw(seed)))
                .toList();
    }

    /// Hostile worlds of consecutive seeds.
    public static List<World> hostile(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> new World("hostile-" + seed, seed, WorldParameters.hostile(seed)))
                .toList();
    }
}
