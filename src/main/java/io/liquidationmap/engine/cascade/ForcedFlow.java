package io.liquidationmap.engine.cascade;

import java.util.Arrays;

/// What is force-closed on price's way in one direction, by how far it has gone: a curve that begins at nothing, never
/// falls, is linear between its points and level after the last one. Immutable.
public final class ForcedFlow {

    private final double[] moves;
    private final double[] usd;

    private ForcedFlow(double[] moves, double[] usd) {
        this.moves = moves;
        this.usd = usd;
    }

    /// The curve through these points.
    ///
    /// @param moves how far price has gone, as fractions of it: positive and ascending
    /// @param usd what has been force-closed by then, US dollars; not negative, not falling, as many
    public static ForcedFlow through(double[] moves, double[] usd) {
        double[] allMoves = withOrigin(moves);
        double[] allUsd = withOrigin(usd);
        if (allMoves.length != allUsd.length) {
            throw new IllegalArgumentException("there must be an amount for every move");
        }
        for (int i = 1; i < allMoves.length; i++) {
            if (!(allMoves[i] > allMoves[i - 1]) || !(allUsd[i] >= allUsd[i - 1])) {
                throw new IllegalArgumentException("moves must ascend and amounts must not fall");
            }
        }
        return new ForcedFlow(allMoves, allUsd);
    }

    private static double[] withOrigin(double[] values) {
        double[] all = new double[values.length + 1];
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    /// What has been force-closed once price has gone so far, US dollars.
    ///
    /// @param move as a fraction of the price, not negative
    public double within(double move) {
        int found = Arrays.binarySearch(moves, move);
        if (found >= 0) {
            return usd[found];
        }
        int after = -found - 1;
        if (after == moves.length) {
            return totalUsd();
        }
        double part = (move - moves[after - 1]) / (moves[after] - moves[after - 1]);
        return usd[after - 1] + part * (usd[after] - usd[after - 1]);
    }

    /// Everything, US dollars.
    public double totalUsd() {
        return usd[usd.length - 1];
    }

    /// How far price goes until nothing more comes, as a fraction of it; 0 where nothing comes at all.
    public double end() {
        return moves[moves.length - 1];
    }

    /// The moves between which the curve is linear, ascending from 0.
    double[] knots() {
        return moves.clone();
    }
}
