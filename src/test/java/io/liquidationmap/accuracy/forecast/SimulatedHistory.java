package io.liquidationmap.accuracy.forecast;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The hourly bars of a simulated market that publishes all its liquidations, and how they are modelled.
record SimulatedHistory(BarSeries bars, ModelParameters parameters) {

    static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
    static final Interval FOUR_HOURS = Interval.parse("4h");

    static SimulatedHistory of(long seed, int days) {
        World world = Worlds.ordinary(seed, 1).getFirst();
        SimulatedMarket market = world.market(START, Interval.ONE_HOUR, LiquidationFeed.COMPLETE);
        return new SimulatedHistory(
                market.record(days * 24, Set.of()).bars(),
                ModelParameters.defaults(market.marginSchedule(), ContractType.LINEAR, true));
    }

    SimulatedHistory first(int days) {
        return new SimulatedHistory(bars.slice(0, days * 24), parameters);
    }

    MapSource maps() {
        PositionBook book = new PositionBook(parameters, Interval.ONE_HOUR);
        book.advance(bars, 0, bars.size());
        return MapSource.of(book.history(), Range.ofDays(365));
    }

    MapSource calibratedMaps() {
        return new CalibratedMaps(bars, parameters, Evidence.COMPLETE, Range.ofDays(365));
    }

    List<Forecast> forecasts(Control control) {
        return forecasts(maps(), control);
    }

    List<Forecast> forecasts(MapSource maps, Control control) {
        return new ForecastBacktest(bars, FOUR_HOURS, parameters).run(maps, control);
    }
}
