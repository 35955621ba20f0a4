package io.liquidationmap.accuracy.method;

import io.liquidationmap.accuracy.metric.LevelBookMap;
import io.liquidationmap.accuracy.metric.MapEstimate;
import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.Uncertainty;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws the maps of a book, of positions opened within a year.
final class BookEstimator implements Estimator {

    private static final Range YEAR = Range.ofDays(365);

    private final LevelBook book;
    private final @Nullable Uncertainty uncertainty;

    /// @param uncertainty what is claimed about its errors; null if nothing is
    BookEstimator(LevelBook book, @Nullable Uncertainty uncertainty) {
        this.book = book;
        this.uncertainty = uncertainty;
    }

    @Override
    public void take(BarSeries bars) {
        book.advance(bars, 0, bars.size());
    }

    @Override
    public MapEstimate estimate() {
        LevelMap levels = book.history().latest(YEAR);
        return new LevelBookMap(
                LiquidationMap.of(levels.price(), List.of(new LiquidationMap.Part("market", levels, uncertainty))));
    }
}
