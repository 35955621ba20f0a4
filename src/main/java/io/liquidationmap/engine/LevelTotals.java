package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;

/// What is liquidated of one instrument on the way to a price as of the end of one bar, whichever cohort it is of: all
/// that an imbalance needs of a [LevelMap], for much less work. Immutable.
public final class LevelTotals {

    private final Instant asOf;
    private final double price;
    private final double usdPerUnit;
    private final LogGrid grid;
    private final Shown longs;
    private final Shown shorts;

    /// @param usdPerUnit of the conserved unit, at the price
    LevelTotals(Instant asOf, double price, double usdPerUnit, LogGrid grid, Shown longs, Shown shorts) {
        this.asOf = asOf;
        this.price = price;
        this.usdPerUnit = usdPerUnit;
        this.grid = grid;
        this.longs = longs;
        this.shorts = shorts;
    }

    /// End of the last bar they know.
    Instant asOf() {
        return asOf;
    }

    /// That bar's closing price, quote per coin.
    double price() {
        return price;
    }

    /// What is liquidated if price goes so far; the same number as [LiquidationMap#usdWithin(Side, double)], to rounding.
    ///
    /// @param distance as a fraction of the price, in (0, 1)
    /// @return US dollars
    public double usdWithin(Side side, double distance) {
        double target = price * (1 - side.sign() * distance);
        Shown levels = side == Side.LONG ? longs : shorts;
        double position = levels.nearestBin() + 0.5 - side.sign() * grid.position(target);
        int whole = Math.clamp((int) Math.floor(position), 0, levels.depth());
        double quantity = 0;
        for (int bin = 0; bin < whole; bin++) {
            quantity += levels.outwards(bin);
        }
        if (whole < levels.depth()) {
            quantity += levels.outwards(whole) * partWithin(side, levels.nearestBin() - whole, target);
        }
        return usdPerUnit * quantity;
    }

    /// The imbalance of several instruments together within the same distance up and down, without bands. Each one's levels
    /// lie as far from the common price as from its own ([LiquidationMap]).
    ///
    /// @param price the common price
    /// @param distance fraction of the price, in (0, 1)
    public static Imbalance imbalance(double price, double distance, List<LevelTotals> instruments) {
        return Imbalance.within(
                price,
                distance,
                usdWithin(Side.SHORT, distance, instruments),
                usdWithin(Side.LONG, distance, instruments));
    }

    private static double usdWithin(Side side, double distance, List<LevelTotals> instruments) {
        double usd = 0;
        for (LevelTotals instrument : instruments) {
            usd += instrument.usdWithin(side, distance);
        }
        return usd;
    }

    /// Which part of a bin lies this side of a target, if it is spread evenly over the bin's prices, none of it across the
    /// current price.
    ///
    /// @param directedBin counted in the side's own direction
    private double partWithin(Side side, int directedBin, double target) {
        double current = SideCurve.outwards(side, price);
        double near = Math.max(current, edge(side, directedBin + 0.5));
        double far = Math.max(current, edge(side, directedBin - 0.5));
        return far > near ? Math.clamp((SideCurve.outwards(side, target) - near) / (far - near), 0, 1) : 1;
    }

    private double edge(Side side, double directedPosition) {
        return SideCurve.outwards(side, grid.price(side.sign() * directedPosition));
    }

    /// The levels of one side that a map shows. Immutable.
    static final class Shown {
        private final double[] quantities;
        private final int lowestBin;
        private final int nearestBin;

        /// @param quantities by bin, counted in the side's own direction, in the conserved unit; not copied, so the caller
        ///     must let go
        /// @param lowestBin the bin of the first of them
        /// @param nearestBin the bin nearest to the price, beyond which there are none
        Shown(double[] quantities, int lowestBin, int nearestBin) {
            this.quantities = quantities;
            this.lowestBin = lowestBin;
            this.nearestBin = nearestBin;
        }

        int nearestBin() {
            return nearestBin;
        }

        int depth() {
            return nearestBin - lowestBin + 1;
        }

        /// What lies in a bin counted from the nearest one.
        double outwards(int bin) {
            int at = nearestBin - bin - lowestBin;
            return at < quantities.length ? quantities[at] : 0;
        }
    }
}
