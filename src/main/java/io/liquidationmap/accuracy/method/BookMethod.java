package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Interval;
import java.util.function.BiFunction;

/// A method that is a book of the service, with parameters that no market has been asked for.
///
/// @param interval the length of the bars it wants
/// @param book makes an empty book from the uncalibrated parameters of the market and that interval
record BookMethod(
        String name, String description, Interval interval, BiFunction<ModelParameters, Interval, LevelBook> book)
        implements MapMethod {

    @Override
    public Estimator begin(MarketTerms terms) {
        return new BookEstimator(book.apply(uncalibrated(terms), terms.interval()), null);
    }

    static ModelParameters uncalibrated(MarketTerms terms) {
        return ModelParameters.defaults(terms.margin(), terms.contract(), true);
    }
}
