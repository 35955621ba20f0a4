package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;

/// How little is known about the levels of one instrument: how much more or less each cohort may hold, and how far the
/// model itself may be off. Immutable.
public final class Uncertainty {

    private final double[][] longRatios;
    private final double[][] shortRatios;
    private final double forcedShare;
    private final double[] forcedShares;
    private final double modelDeviation;

    private Uncertainty(ModelParameters parameters, Ensemble ensemble, double modelDeviation) {
        List<Ensemble.Member> members = ensemble.members();
        longRatios = ratios(Side.LONG, parameters, members);
        shortRatios = ratios(Side.SHORT, parameters, members);
        forcedShare = parameters.forcedShare().central();
        forcedShares =
                members.stream().mapToDouble(Ensemble.Member::forcedShare).toArray();
        this.modelDeviation = modelDeviation;
    }

    /// What an ensemble says about maps drawn with these parameters.
    ///
    /// @param ensemble with a share for each of the parameters' cohorts
    /// @param modelDeviation standard deviation of the logarithm of an amount that remains when the shares are right,
    ///     common to all levels
    public static Uncertainty of(ModelParameters parameters, Ensemble ensemble, double modelDeviation) {
        if (ensemble.members().getFirst().cohorts() != parameters.cohorts().size()) {
            throw new IllegalArgumentException("the ensemble is of other cohorts");
        }
        return new Uncertainty(parameters, ensemble, modelDeviation);
    }

    private static double[][] ratios(Side side, ModelParameters parameters, List<Ensemble.Member> members) {
        double[][] ratios = new double[members.size()][parameters.cohorts().size()];
        for (int m = 0; m < ratios.length; m++) {
            for (int k = 0; k < ratios[m].length; k++) {
                double share = parameters.cohorts().get(k).stockShare(side);
                ratios[m][k] = share > 0 ? members.get(m).stockShare(side, k) / share : 1;
            }
        }
        return ratios;
    }

    int members() {
        return forcedShares.length;
    }

    /// What a member's cohort holds for each unit in the map.
    double ratio(Side side, int member, int cohort) {
        return side == Side.LONG ? longRatios[member][cohort] : shortRatios[member][cohort];
    }

    /// Part of a level that would be force-closed.
    double forcedShare() {
        return forcedShare;
    }

    double forcedShare(int member) {
        return forcedShares[member];
    }

    double modelDeviation() {
        return modelDeviation;
    }
}
