package io.liquidationmap.maps;

import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.engine.cascade.DepthScenario;
import io.liquidationmap.engine.cascade.FlowEstimate;
import io.liquidationmap.engine.cascade.ForcedFlow;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.maps.CascadeView.Assumptions;
import io.liquidationmap.maps.CascadeView.Outcome;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets a shock run through a map.
///
/// @param map where the levels are
/// @param assumptions all that is put in beside it
record CascadeRun(LiquidationMap map, Assumptions assumptions) {

    /// @param shock as a fraction of the price; negative for a fall
    CascadeView after(double shock) {
        Side side = shock < 0 ? Side.LONG : Side.SHORT;
        FlowEstimate flow = FlowEstimate.of(map, side, assumptions.forcedShare());
        List<Outcome> outcomes = new ArrayList<>();
        for (DepthScenario scenario : DepthScenario.values()) {
            assumptions
                    .impact(scenario)
                    .map(impact -> outcome(scenario, Math.abs(shock), flow, impact))
                    .ifPresent(outcomes::add);
        }
        double end = map.price() * (1 - side.sign() * flow.expected().end());
        return new CascadeView(side, end, assumptions, outcomes);
    }

    private static Outcome outcome(DepthScenario scenario, double shock, FlowEstimate flow, PriceImpact impact) {
        return new Outcome(
                scenario,
                Cascade.after(shock, flow.expected(), impact),
                after(shock, flow.low(), impact),
                after(shock, flow.high(), impact));
    }

    private static @Nullable Cascade after(double shock, @Nullable ForcedFlow flow, PriceImpact impact) {
        return flow == null ? null : Cascade.after(shock, flow, impact);
    }
}
