package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the levels of any number of instruments between two moments, on the price axis of the second.
///
/// A bin's quantity is laid over the buckets in the same way at both moments and for everything in between, so that
/// each bucket adds up; what stands at the second moment is what a [LiquidationMap] shows.
///
/// @param buckets ascending by price, of each the longs first; both sides may have had levels anywhere
/// @param outside longs, then shorts outside the window
/// @param bySource everything, in the window or not, by source in alphabetical order, of each the longs first
public record MapChanges(List<InBucket> buckets, List<OfSide> outside, List<OfSource> bySource) {

    public MapChanges {
        buckets = List.copyOf(buckets);
        outside = List.copyOf(outside);
        bySource = List.copyOf(bySource);
    }

    /// One instrument's part.
    ///
    /// @param source the name its amounts are reported under, usually the venue; several parts may share one
    public record Part(String source, LevelChanges changes) {}

    /// What became of one side's levels between two prices.
    public record InBucket(double low, double high, Side side, Change change) {}

    /// What became of one side's levels.
    public record OfSide(Side side, Change change) {}

    /// What became of one side's levels at one source.
    public record OfSource(String source, Side side, Change change) {}

    /// The changes of these instruments together.
    ///
    /// @param price the common price at the second moment, quote per coin
    public static MapChanges of(double price, PriceWindow window, List<Part> parts) {
        List<InBucket> buckets = new ArrayList<>();
        List<OfSide> outside = new ArrayList<>();
        List<OfSource> bySource = new ArrayList<>();
        for (Side side : Side.values()) {
            Change[] inside = new Change[window.buckets()];
            Arrays.fill(inside, Change.NOTHING);
            Change beyond = Change.NOTHING;
            Map<String, Change> sources = new TreeMap<>();
            for (Part part : parts) {
                BucketedChanges.Laid laid = new BucketedChanges(part.changes(), price, window).side(side);
                Arrays.setAll(inside, i -> inside[i].plus(laid.buckets().get(i)));
                beyond = beyond.plus(laid.outside());
                sources.merge(part.source(), laid.total(), Change::plus);
            }
            for (int i = 0; i < inside.length; i++) {
                buckets.add(new InBucket(window.edge(i), window.edge(i + 1), side, inside[i]));
            }
            outside.add(new OfSide(side, beyond));
            sources.forEach((source, change) -> bySource.add(new OfSource(source, side, change)));
        }
        buckets.sort(Comparator.comparingDouble(InBucket::low));
        bySource.sort(Comparator.comparing(OfSource::source));
        return new MapChanges(buckets, outside, bySource);
    }

    /// Everything that became of one side's levels inside the window.
    public Change inside(Side side) {
        return buckets.stream()
                .filter(bucket -> bucket.side() == side)
                .map(InBucket::change)
                .reduce(Change.NOTHING, Change::plus);
    }
}
