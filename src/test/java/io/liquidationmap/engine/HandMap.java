package io.liquidationmap.engine;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;

/// Level maps written by hand: a quantity here and there.
final class HandMap {

    static final double STEP = 0.001;

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final int BINS = 3000;

    private final double price;
    private final List<String> labels;
    private final int nearestLong;
    private final int nearestShort;
    private final double[][] longs;
    private final double[][] shorts;

    HandMap(double price, String... labels) {
        this.price = price;
        this.labels = List.of(labels);
        nearestLong = (int) Math.ceil(Math.log(price) / STEP) - 1;
        nearestShort = (int) Math.floor(Math.log(price) / STEP) + 1;
        longs = new double[labels.length][BINS];
        shorts = new double[labels.length][BINS];
    }

    /// Puts a quantity of the cohort with that label into the bin nearest to a level.
    HandMap put(String label, double level, double quantity) {
        int bin = (int) Math.round(Math.log(level) / STEP);
        int cohort = labels.indexOf(label);
        if (level < price) {
            longs[cohort][nearestLong - bin] += quantity;
        } else {
            shorts[cohort][bin - nearestShort] += quantity;
        }
        return this;
    }

    LevelMap build() {
        return build(ContractType.LINEAR);
    }

    LevelMap build(ContractType contract) {
        LogGrid grid = new LogGrid(STEP);
        return new LevelMap(
                AS_OF,
                price,
                contract,
                labels,
                new SideLevels(Side.LONG, grid, nearestLong, longs, 0, 0, 0, 0),
                new SideLevels(Side.SHORT, grid, -nearestShort, shorts, 0, 0, 0, 0),
                AS_OF,
                false,
                false);
    }

    /// The lower and the upper end of the prices of the bin nearest to a level.
    static double[] span(double level) {
        long bin = Math.round(Math.log(level) / STEP);
        return new double[] {Math.exp((bin - 0.5) * STEP), Math.exp((bin + 0.5) * STEP)};
    }
}
