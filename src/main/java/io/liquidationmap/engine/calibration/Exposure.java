package io.liquidationmap.engine.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Side;

/// What price swept of each cohort according to a set of parameters, period by period, in US dollars: what the
/// observations of the same periods are explained with.
final class Exposure {

    private final BySide<double[][]> swept;

    private Exposure(BySide<double[][]> swept) {
        this.swept = swept;
    }

    /// Runs the model over the bars.
    ///
    /// @param observations say which bars count, and to which period
    static Exposure of(BarSeries bars, ModelParameters parameters, Observations observations) {
        int cohorts = parameters.cohorts().size();
        BySide<double[][]> swept = BySide.of(_ -> new double[observations.periods()][cohorts]);
        PositionBook book = new PositionBook(parameters, bars.interval());
        BySide<double[]> before = BySide.of(_ -> new double[cohorts]);
        for (int i = 0; i < bars.size(); i++) {
            book.advance(bars, i, i + 1);
            double usdPerUnit = parameters.contract().usdPerUnit(bars.close(i));
            for (Side side : Side.values()) {
                double[] now = book.sweptSoFar(side);
                if (observations.counts(side, i)) {
                    double[] period = swept.of(side)[observations.period(i)];
                    for (int k = 0; k < cohorts; k++) {
                        period[k] += (now[k] - before.of(side)[k]) * usdPerUnit;
                    }
                }
                System.arraycopy(now, 0, before.of(side), 0, cohorts);
            }
        }
        return new Exposure(swept);
    }

    /// What was swept of each cohort in a period, US dollars; not to be changed.
    double[] of(Side side, int period) {
        return swept.of(side)[period];
    }
}
