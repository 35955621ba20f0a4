package io.liquidationmap.maps;

import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.OpenedBook;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.Interval;

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
}
