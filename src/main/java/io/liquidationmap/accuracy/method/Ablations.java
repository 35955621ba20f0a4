package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Side;
import java.util.List;

/// Parameters of the conserved model with a part of it taken out, to see what the part is worth.
final class Ablations {

    private Ablations() {}

    /// Every leverage of the comb as likely as every other, and nothing between them; as much unlevered as before.
    static ModelParameters uniformLeverage(ModelParameters source) {
        List<Cohort> comb = source.cohorts().stream()
                .filter(cohort -> cohort.leverage().isPresent())
                .toList();
        double longShare = (1 - source.unleveredShare(Side.LONG)) / comb.size();
        double shortShare = (1 - source.unleveredShare(Side.SHORT)) / comb.size();
        return source.withCohorts(
                source.version() + "-uniform-leverage",
                comb.stream()
                        .map(cohort -> cohort.withStockShares(longShare, shortShare))
                        .toList());
    }

    /// Nothing closes by itself; only a fall of open interest closes positions, all alike.
    static ModelParameters withoutChurn(ModelParameters source) {
        return new ModelParameters(
                source.version() + "-no-churn",
                source.contract(),
                source.cohorts(),
                source.unleveredLifetimeDays(),
                0,
                source.activity(),
                source.entrySpread(),
                source.tiltExponent(),
                source.forcedShare(),
                source.gridStep());
    }
}
