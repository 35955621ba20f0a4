package io.liquidationmap.engine.cascade;

import java.util.ArrayList;
import java.util.List;

/// Where price comes to rest when a shock sets off forced orders, which move it on and set off more. With shock `s`, the
/// forced flow `Q(m)` of a move `m` and its impact `g(Q)`, that is the smallest `m ≥ s` with
///
///     m = s + g(Q(m))
///
/// Neither how fast this happens nor that impact fades is part of it; nor who steps in, for better or worse. See
/// `docs/method.md`.
///
/// @param shock what sets it off, as a fraction of the price, without its sign; positive
/// @param move how far price goes in the same direction; `shock` at least
/// @param forcedByShockUsd what the shock alone would force, US dollars
/// @param forcedUsd what is force-closed in all, US dollars
/// @param runsAway whether price runs through every level there is: nothing stops it but the end of the map, so `move` is
///     how far that is and would really be more
/// @param path stretches of the way from the price to where it rests, in order
public record Cascade(
        double shock, double move, double forcedByShockUsd, double forcedUsd, boolean runsAway, List<Stretch> path) {

    /// Length of a stretch, as a fraction of the price.
    private static final double STRETCH = 0.005;

    /// A stretch shorter than this part of the others is none.
    private static final double ROUNDING = 1e-9;

    private static final int HALVINGS = 60;

    public Cascade {
        path = List.copyOf(path);
    }

    /// A stretch of the way.
    ///
    /// @param move where it ends, as a fraction of the price
    /// @param branchingRatio the move that the orders forced on the stretch cause, over its length; above 1 price runs
    ///     through it without being pushed
    /// @param forcedUsd what is force-closed from the price to its end, US dollars
    public record Stretch(double move, double branchingRatio, double forcedUsd) {}

    /// The cascade after a shock. In time proportional to the points of the flow.
    ///
    /// @param shock as a fraction of the price, without its sign; positive
    public static Cascade after(double shock, ForcedFlow flow, PriceImpact impact) {
        if (!(shock > 0) || Double.isInfinite(shock)) {
            throw new IllegalArgumentException("a shock must be positive and finite");
        }
        double near = shock;
        boolean rests = excess(shock, shock, flow, impact) <= 0;
        if (!rests) {
            for (double knot : flow.knots()) {
                if (excess(knot, shock, flow, impact) <= 0) {
                    near = rest(near, knot, shock, flow, impact);
                    rests = true;
                    break;
                }
                near = Math.max(near, knot);
            }
        }
        return new Cascade(shock, near, flow.within(shock), flow.within(near), !rests, path(near, flow, impact));
    }

    /// Move over shock: 1 where forced orders add nothing.
    public double amplification() {
        return move / shock;
    }

    /// By how much forced orders would drive price beyond a move; none at rest.
    private static double excess(double move, double shock, ForcedFlow flow, PriceImpact impact) {
        return shock + impact.of(flow.within(move)) - move;
    }

    /// @param near price is driven beyond it
    /// @param far price is not
    private static double rest(double near, double far, double shock, ForcedFlow flow, PriceImpact impact) {
        double driven = near;
        double rested = far;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (driven + rested) / 2;
            if (excess(middle, shock, flow, impact) <= 0) {
                rested = middle;
            } else {
                driven = middle;
            }
        }
        return rested;
    }

    private static List<Stretch> path(double move, ForcedFlow flow, PriceImpact impact) {
        List<Stretch> path = new ArrayList<>();
        int stretches = Math.max(1, (int) Math.ceil(move / STRETCH - ROUNDING));
        double begin = 0;
        double impactBefore = 0;
        for (int i = 1; i <= stretches; i++) {
            double end = i == stretches ? move : i * STRETCH;
            double forced = flow.within(end);
            double impactAfter = impact.of(forced);
            path.add(new Stretch(end, (impactAfter - impactBefore) / (end - begin), forced));
            begin = end;
            impactBefore = impactAfter;
        }
        return path;
    }
}
