package io.liquidationmap.maps;

import java.util.Set;

/// How a map is to be drawn.
///
/// @param window the prices shown
/// @param buckets number of equal-width buckets over the window, 10 to 2000
/// @param groupBy what each bucket is divided by
public record MapQuery(PriceWindow window, int buckets, Set<Grouping> groupBy) {

    /// So many are more than a screen is wide.
    public static final int MOST_BUCKETS = 2_000;

    public MapQuery {
        groupBy = Set.copyOf(groupBy);
    }

    /// What a bucket's amount may be divided by.
    public enum Grouping {
        LEVERAGE,
        VENUE
    }
}
