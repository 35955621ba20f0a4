package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;

/// A map cut into the buckets of a price window. For each side, the buckets and what lies outside the window add up
/// to all levels of that side.
///
/// @param all ascending by price and without gaps; the bucket that contains the current price is cut there, so that
///     each lies on one side of it
/// @param outsideUpUsd shorts outside the window, US dollars
/// @param outsideDownUsd longs outside the window, US dollars
public record Buckets(List<Bucket> all, double outsideUpUsd, double outsideDownUsd) {

    public Buckets {
        all = List.copyOf(all);
    }

    /// Shorts inside the window, US dollars.
    public double upUsd() {
        return total(Side.SHORT);
    }

    /// Longs inside the window, US dollars.
    public double downUsd() {
        return total(Side.LONG);
    }

    /// What is liquidated on the way up, at the far edge of each bucket above the price; ascending away from it.
    public List<CurvePoint> up() {
        return all.stream()
                .filter(bucket -> bucket.side() == Side.SHORT)
                .map(Buckets::curvePoint)
                .toList();
    }

    /// What is liquidated on the way down, at the far edge of each bucket below the price; descending away from it.
    public List<CurvePoint> down() {
        return all.reversed().stream()
                .filter(bucket -> bucket.side() == Side.LONG)
                .map(Buckets::curvePoint)
                .toList();
    }

    private double total(Side side) {
        return all.stream()
                .filter(bucket -> bucket.side() == side)
                .mapToDouble(Bucket::usd)
                .sum();
    }

    private static CurvePoint curvePoint(Bucket bucket) {
        return new CurvePoint(bucket.farEdge(), bucket.cumulativeUsd(), bucket.cumulativeBand());
    }
}
