package io.liquidationmap.engine.cascade;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Estimate;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import org.jspecify.annotations.Nullable;

/// The forced flow of one side of a map, and the ends of its band.
///
/// @param expected the best estimate
/// @param low lower end of its band at every price; null where no band is claimed
/// @param high upper end of its band at every price; null where no band is claimed
public record FlowEstimate(
        ForcedFlow expected,
        @Nullable ForcedFlow low,
        @Nullable ForcedFlow high) {

    /// Between two points the flow is taken to be even.
    private static final double STEP = 0.002;

    /// Reads the forced flow off a map, out to its end.
    ///
    /// @param forcedShare the part of a level that would be force-closed where the map itself does not know it, because
    ///     no band is claimed for it
    public static FlowEstimate of(LiquidationMap map, Side side, double forcedShare) {
        double[] moves = moves(map, side);
        double[] expected = new double[moves.length];
        double[] low = new double[moves.length];
        double[] high = new double[moves.length];
        boolean banded = true;
        for (int i = 0; i < moves.length; i++) {
            Estimate forced = map.forcedWithin(side, moves[i]);
            Band band = forced == null ? null : forced.band();
            banded &= band != null;
            double usd = forced == null ? forcedShare * map.usdWithin(side, moves[i]) : forced.usd();
            expected[i] = atLeastBefore(expected, i, usd);
            low[i] = atLeastBefore(low, i, band == null ? 0 : band.low());
            high[i] = atLeastBefore(high, i, band == null ? 0 : band.high());
        }
        return new FlowEstimate(
                ForcedFlow.through(moves, expected),
                banded ? ForcedFlow.through(moves, low) : null,
                banded ? ForcedFlow.through(moves, high) : null);
    }

    /// The error of an amount shrinks with its size, so the end of a band could fall where the amount rises.
    private static double atLeastBefore(double[] values, int index, double value) {
        return index == 0 ? value : Math.max(values[index - 1], value);
    }

    private static double[] moves(LiquidationMap map, Side side) {
        double total = map.totalUsd(side);
        if (!(total > 0)) {
            return new double[0];
        }
        double last = Math.abs(map.priceFor(side, total).orElseThrow() / map.price() - 1);
        int steps = (int) Math.ceil(last / STEP);
        double[] moves = new double[steps];
        for (int i = 0; i < steps; i++) {
            moves[i] = last * (i + 1) / steps;
        }
        return moves;
    }
}
