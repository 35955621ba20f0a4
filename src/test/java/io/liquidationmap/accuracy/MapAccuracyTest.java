package io.liquidationmap.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.LevelBook;
import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.OpenedBook;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.TrueMap;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How far the uncalibrated map and the popular one are from the known positions of simulated markets, and prints it
/// in the form of `docs/method.md`. The factor error of a cumulative amount is `exp(|ln(estimate / truth)|)`, the mean
/// over both sides and the snapshots of a world; medians are over worlds.
///
/// The first three worlds; all twelve ordinary ones by `ACCURACY_WORLDS=12 ./mvnw test -Dtest=MapAccuracyTest`.
class MapAccuracyTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 400;
    private static final int FIRST_SNAPSHOT_DAY = 220;
    private static final int SNAPSHOT_EVERY_DAYS = 5;
    private static final double[] DISTANCES = {0.02, 0.05, 0.10, 0.20};
    private static final Range YEAR = Range.ofDays(365);

    // An amount that is all but zero on one side only would otherwise decide a mean of logarithms.
    private static final double FLOOR_OF_OPEN_INTEREST = 1e-4;

    @Test
    void conservedMap_isLessWrongThanThePopularOne() {
        List<World> worlds = Worlds.ordinary(1, Integer.parseInt(System.getenv().getOrDefault("ACCURACY_WORLDS", "3")));
        Map<Double, List<Double>> conserved = new TreeMap<>();
        Map<Double, List<Double>> opened = new TreeMap<>();
        for (World world : worlds) {
            SimulatedMarket market = world.market(START, Interval.ONE_HOUR, LiquidationFeed.NONE);
            MarginSchedule margin = market.marginSchedule();
            ModelParameters parameters = ModelParameters.defaults(margin, ContractType.LINEAR, false);
            History history = History.of(market);
            for (double distance : DISTANCES) {
                conserved
                        .computeIfAbsent(distance, _ -> new ArrayList<>())
                        .add(history.logError(new PositionBook(parameters, Interval.ONE_HOUR), distance));
                opened.computeIfAbsent(distance, _ -> new ArrayList<>())
                        .add(history.logError(new OpenedBook(parameters, Interval.ONE_HOUR), distance));
            }
        }

        for (double distance : DISTANCES) {
            System.out.printf(
                    Locale.ROOT,
                    "| ±%.0f %% | %.2f | %.2f |%n",
                    100 * distance,
                    factor(conserved, distance),
                    factor(opened, distance));
        }
        for (double distance : new double[] {0.05, 0.10, 0.20}) {
            assertThat(factor(conserved, distance)).isLessThan(3).isLessThan(factor(opened, distance));
        }
    }

    private static double factor(Map<Double, List<Double>> errors, double distance) {
        double[] sorted = errors.getOrDefault(distance, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return Math.exp((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    /// A world's bars and its true maps.
    private record History(BarSeries bars, List<TrueMap> truths) {

        static History of(SimulatedMarket market) {
            BarSeries.Builder bars = BarSeries.builder(Interval.ONE_HOUR, DAYS * 24);
            List<TrueMap> truths = new ArrayList<>();
            for (int day = 1; day <= DAYS; day++) {
                for (int hour = 0; hour < 24; hour++) {
                    bars.add(market.advance());
                }
                if (day >= FIRST_SNAPSHOT_DAY && day % SNAPSHOT_EVERY_DAYS == 0) {
                    truths.add(market.trueMap());
                }
            }
            return new History(bars.build(), truths);
        }

        double logError(LevelBook book, double distance) {
            book.advance(bars, 0, bars.size());
            return truths.stream()
                    .flatMapToDouble(truth -> {
                        LiquidationMap map = LiquidationMap.of(
                                truth.price(),
                                List.of(new LiquidationMap.Part(
                                        "world", book.history().at(truth.asOf(), YEAR))));
                        return Arrays.stream(Side.values()).mapToDouble(side -> logError(map, truth, side, distance));
                    })
                    .average()
                    .orElseThrow();
        }

        private static double logError(LiquidationMap map, TrueMap truth, Side side, double distance) {
            double floor = FLOOR_OF_OPEN_INTEREST * truth.openInterest() * truth.price();
            double target = truth.price() * (1 - side.sign() * distance);
            double estimated = Math.max(map.at(target).usd(), floor);
            double actual = Math.max(truth.cumulativeUsd(side, distance), floor);
            return Math.abs(Math.log(estimated / actual));
        }
    }
}
