package io.liquidationmap.accuracy.method;

import io.liquidationmap.engine.OpenedBook;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.Interval;
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
                new AverageProfile(),
                new KnownLeverage(),
                new ResampledTruth());
    }

    /// The service's own model, uncalibrated.
    public static MapMethod conserved() {
        return new BookMethod(
                "conserved", "the service's default model, uncalibrated", Interval.ONE_HOUR, PositionBook::new);
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
