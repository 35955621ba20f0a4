package io.liquidationmap.maps;

import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.OpenedBook;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.PositionRuns;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import java.util.List;

/// Which account of the open positions a map shows.
public enum Model {
    /// Positions also close by themselves: each side of the map sums to open interest.
    CONSERVED,
    /// The popular map, for comparison with other sites: levels stay until price passes through them.
    OPENED;

    /// An empty book that keeps this account.
    LevelBook newBook(ModelParameters parameters, Interval interval) {
        return this == CONSERVED ? new PositionBook(parameters, interval) : new OpenedBook(parameters, interval);
    }

    /// What each of several runs over the same bars records.
    List<LevelHistory> run(BarSeries bars, List<PositionRuns.Run> runs) {
        if (this == CONSERVED) {
            return PositionRuns.of(bars, runs);
        }
        return runs.stream()
                .map(run -> {
                    LevelBook book = newBook(run.parameters(), bars.interval());
                    book.advance(bars, 0, run.end());
                    return book.history();
                })
                .toList();
    }
}
