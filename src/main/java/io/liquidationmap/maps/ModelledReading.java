package io.liquidationmap.maps;

import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.cascade.DepthScenario;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.ImbalanceView.Corroboration;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.maps.ImbalanceView.MapEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The context of one imbalance, drawn when it is asked for.
///
/// @param snapshot the map
/// @param market of the answer
/// @param ofModel the map by any model
/// @param days the imbalances of the days before, ascending
/// @param corroboration what else the venues publish
record ModelledReading(
        ModelledSnapshot snapshot,
        Market market,
        Function<Model, ModelledSnapshot> ofModel,
        Supplier<List<ImbalancePoint>> days,
        List<Corroboration> corroboration)
        implements ImbalanceReading {

    private static final double MATERIAL_DISTANCE_PCT = 10;

    @Override
    public ImbalanceView view(PriceWindow window) {
        CascadeView.Assumptions assumptions = snapshot.assumptions(null);
        return new ImbalanceView(
                distances(window),
                new MapEnds(ends(Model.CONSERVED, window), ends(Model.OPENED, window)),
                assumptions.dailyVolume(),
                assumptions.impact(DepthScenario.NORMAL).orElse(null),
                corroboration);
    }

    /// The imbalance at each distance, without the ends of the window.
    List<InContext> distances(PriceWindow window) {
        List<DistanceImbalance> present = snapshot.imbalance(window);
        List<ImbalancePoint> past = days.get();
        List<InContext> distances = new ArrayList<>();
        for (int i = 0; i < DistanceImbalance.DISTANCES_PCT.size(); i++) {
            List<Standing> standings = PastStandings.of(present.get(i).logRatio(), i, market.asOf(), past);
            distances.add(new InContext(present.get(i), standings, crowdedness(present, i, standings)));
        }
        return distances;
    }

    private @Nullable Crowdedness crowdedness(List<DistanceImbalance> present, int distance, List<Standing> standings) {
        if (market.model() == Model.OPENED) {
            return null;
        }
        Imbalance imbalance = present.get(distance).imbalance();
        Imbalance material = present.get(DistanceImbalance.DISTANCES_PCT.indexOf(MATERIAL_DISTANCE_PCT))
                .imbalance();
        Band ratio = imbalance.bands() == null ? null : imbalance.bands().ratio();
        Standing.Position position = standings.getFirst().position();
        double openInterest = snapshot.contributions().stream()
                .mapToDouble(Contribution::openInterestUsd)
                .sum();
        return Crowdedness.of(
                imbalance.ratio().orElse(Double.NaN),
                ratio == null ? Double.NaN : ratio.low(),
                ratio == null ? Double.NaN : ratio.high(),
                position == null ? Double.NaN : position.percentile(),
                percent(material.upUsd(), openInterest),
                percent(material.downUsd(), openInterest));
    }

    private Imbalance ends(Model model, PriceWindow window) {
        return ofModel.apply(model).imbalance(window).getLast().imbalance();
    }

    private static double percent(double part, double whole) {
        return whole > 0 ? 100 * part / whole : Double.NaN;
    }
}
