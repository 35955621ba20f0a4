package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.OpenedBook;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.LiquidationFeed;
import java.util.List;

/// The methods that are compared.
public final class MapMethods {

    private MapMethods() {}

    /// All of them, in the order of the scoreboard: the worst known first, then ours, then the bounds.
    public static List<MapMethod> all() {
        return List.of(
                new LargeTrades(),
                new NeverRemoved(),
                opened(),
                new BookMethod(
                        "daily-bars", "the conserved model on bars of one day", Interval.ONE_DAY, PositionBook::new),
                new BookMethod(
                        "no-churn",
                        "the conserved model, but positions close only when open interest falls",
                        Interval.ONE_HOUR,
                        (parameters, interval) -> new PositionBook(Ablations.withoutChurn(parameters), interval)),
                new BookMethod(
                        "uniform-leverage",
                        "the conserved model, but every leverage as likely as every other",
                        Interval.ONE_HOUR,
                        (parameters, interval) -> new PositionBook(Ablations.uniformLeverage(parameters), interval)),
                conserved(),
                new CalibratedMethod(
                        "calibrated-open-interest",
                        "the service's model, calibrated every week on falls of open interest",
                        LiquidationFeed.NONE,
                        Evidence.OPEN_INTEREST),
                new CalibratedMethod(
                        "calibrated-throttled",
                        "the service's model, calibrated every week on a feed of the last liquidation of each second",
                        LiquidationFeed.THROTTLED,
                        Evidence.THROTTLED),
                calibrated(),
                new AverageProfile(),
                new KnownLeverage(),
                new ResampledTruth());
    }

    /// The service's own model, uncalibrated.
    public static MapMethod conserved() {
        return new UncalibratedMethod();
    }

    /// The service's model as it is with a feed of every liquidation.
    public static MapMethod calibrated() {
        return new CalibratedMethod(
                "calibrated-complete",
                "the service's model, calibrated every week on a feed of every liquidation",
                LiquidationFeed.COMPLETE,
                Evidence.COMPLETE);
    }

    /// The map that most sites draw.
    public static MapMethod opened() {
        return new BookMethod(
                "opened",
                "the popular map: every rise of open interest opens longs and shorts at 5× to 100×, in equal parts;"
                        + " levels are removed when price passes through them",
                Interval.ONE_HOUR,
                OpenedBook::new);
    }
}
