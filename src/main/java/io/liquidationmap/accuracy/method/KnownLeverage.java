package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.BarSeries;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ceiling of every calibration: the conserved model with the shares of its cohorts fitted to the positions known
/// before the first map asked for.
final class KnownLeverage implements MapMethod {

    @Override
    public String name() {
        return "known-leverage";
    }

    @Override
    public String description() {
        return "bound, knows past positions: the conserved model with its shares fitted to them";
    }

    @Override
    public Estimator begin(MarketTerms terms) {
        return new Fitted(terms);
    }

    private static final class Fitted implements Estimator {
        private final MarketTerms terms;
        private @Nullable BarSeries unfitted;
        private @Nullable BookEstimator fitted;

        Fitted(MarketTerms terms) {
            this.terms = terms;
        }

        @Override
        public void take(BarSeries bars) {
            if (fitted != null) {
                fitted.take(bars);
            } else {
                unfitted = unfitted == null ? bars : unfitted.append(bars);
            }
        }

        @Override
        public MapEstimate estimate() {
            if (fitted == null) {
                fitted = fit(Objects.requireNonNull(unfitted, "no bar was taken in"));
                unfitted = null;
            }
            return fitted.estimate();
        }

        private BookEstimator fit(BarSeries bars) {
            ShareFit fit = new ShareFit(bars, terms.positions().before(bars.closeTime(bars.size() - 1)));
            BookEstimator book = new BookEstimator(
                    new PositionBook(fit.from(BookMethod.uncalibrated(terms)), bars.interval()), null);
            book.take(bars);
            return book;
        }
    }
}
