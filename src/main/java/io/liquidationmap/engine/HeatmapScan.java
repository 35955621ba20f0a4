package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.util.List;

/// Draws the maps of many moments in one walk over the bars. O(rows × cohorts + columns × bins × cohorts) time.
final class HeatmapScan {

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final PriceWindow window;
    private final List<Heatmap.Column> columns;
    private final int[] rows;

    /// @param columns at least one, ascending
    /// @param rows the last row of each
    HeatmapScan(FlowTable flows, CohortTable cohorts, PriceWindow window, List<Heatmap.Column> columns, int[] rows) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.window = window;
        this.columns = columns;
        this.rows = rows;
    }

    Heatmap draw(Range range) {
        Heatmap heatmap = new Heatmap(columns.size(), window.buckets());
        PriceAxis axis = axis();
        RollingLevels levels =
                new RollingLevels(flows, cohorts, flows.firstInRange(rows[0], range), rows[rows.length - 1]);
        double[] longs = levels.side(Side.LONG).bins();
        double[] shorts = levels.side(Side.SHORT).bins();
        for (int column = 0; column < rows.length; column++) {
            levels.enterUpTo(rows[column]);
            levels.leaveBefore(flows.firstInRange(rows[column], range));
            PriceAxis.AtMoment moment = moment(axis, column);
            draw(levels.side(Side.LONG), longs, moment, heatmap.column(Side.LONG, column));
            draw(levels.side(Side.SHORT), shorts, moment, heatmap.column(Side.SHORT, column));
        }
        return heatmap;
    }

    private PriceAxis axis() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int column = 0; column < rows.length; column++) {
            double scale = columns.get(column).price() / flows.close(rows[column]);
            lowest = Math.min(lowest, scale);
            highest = Math.max(highest, scale);
        }
        return new PriceAxis(cohorts.grid(), window, lowest, highest);
    }

    private PriceAxis.AtMoment moment(PriceAxis axis, int column) {
        double price = columns.get(column).price();
        double close = flows.close(rows[column]);
        return axis.at(price, price / close, cohorts.contract().usdPerUnit(close));
    }

    /// @param bins to be used for it
    private static void draw(RollingSide levels, double[] bins, PriceAxis.AtMoment moment, double[] usd) {
        levels.show(bins);
        moment.add(levels.side(), bins, levels.lowestBin(), usd);
    }
}
