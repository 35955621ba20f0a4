package io.liquidationmap.simulation;

import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every open position of a simulated market at the end of a bar, market makers included: what an estimated map is
/// measured against. The coins of either side sum to the open interest.
///
/// @param asOf the end of the bar
/// @param price mark price then, quote per coin
/// @param openInterest open contracts then, coins counted once
/// @param positions in no particular order
public record TrueMap(Instant asOf, double price, double openInterest, List<TruePosition> positions) {

    public TrueMap {
        positions = List.copyOf(positions);
    }

    /// The positions of a side that can be liquidated.
    public Stream<TruePosition> levels(Side side) {
        return positions.stream().filter(position -> position.side() == side && position.liquidationPrice() != null);
    }

    /// What could be liquidated on the way from the present price: the positions whose levels lie no further away.
    ///
    /// @param side longs lie below the price, shorts above
    /// @param distance as a fraction of the price: 0.1 reaches to ±10 %
    /// @return US dollars, valued at the present price
    public double cumulativeUsd(Side side, double distance) {
        return levels(side)
                .filter(position -> isWithin(position.liquidationPrice(), distance))
                .mapToDouble(TruePosition::usd)
                .sum();
    }

    /// The part of the open interest that can be liquidated on a side.
    ///
    /// @return coins
    public double liquidatableCoins(Side side) {
        return levels(side).mapToDouble(TruePosition::coins).sum();
    }

    private boolean isWithin(@Nullable Double level, double distance) {
        return level != null && Math.abs(level / price - 1) <= distance;
    }
}
