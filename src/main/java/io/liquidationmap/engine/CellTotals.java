package io.liquidationmap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Sums in US dollars over neighbouring stretches of one side's prices: in all, by leverage and by source. What lies
/// nearer to the current price than the first cell, or farther than the last, is summed too. Mutable.
final class CellTotals {

    /// Leverages by size; what is not a leverage comes last.
    private static final Comparator<String> BY_LEVERAGE =
            Comparator.comparingDouble(CellTotals::leverage).thenComparing(Comparator.naturalOrder());

    private final double[] edges;
    private final List<String> labels;
    private final List<String> sources;

    // Index 0 is what lies nearer, the last one what lies farther.
    private final double[] usd;
    private final double[][] usdByLabel;
    private final double[][] usdBySource;

    /// @param edges of the cells, outwards ([SideCurve]), ascending; one more than there are cells
    /// @param parts whose labels and sources to expect
    CellTotals(double[] edges, List<LiquidationMap.Part> parts) {
        this.edges = edges;
        TreeSet<String> allLabels = new TreeSet<>(BY_LEVERAGE);
        TreeSet<String> allSources = new TreeSet<>();
        for (LiquidationMap.Part part : parts) {
            allLabels.addAll(part.map().labels());
            allSources.add(part.source());
        }
        labels = List.copyOf(allLabels);
        sources = List.copyOf(allSources);
        usd = new double[edges.length + 1];
        usdByLabel = new double[labels.size()][edges.length + 1];
        usdBySource = new double[sources.size()][edges.length + 1];
    }

    private static double leverage(String label) {
        return label.equals(Cohort.CROSS) ? Double.POSITIVE_INFINITY : Double.parseDouble(label);
    }

    int[] indexOfLabels(List<String> names) {
        return names.stream().mapToInt(labels::indexOf).toArray();
    }

    int indexOfSource(String name) {
        return sources.indexOf(name);
    }

    int size() {
        return edges.length - 1;
    }

    /// The far end of a cell, outwards; −1 is the cell of everything nearer, [#size()] that of everything farther.
    double end(int cell) {
        return cell == size() ? Double.POSITIVE_INFINITY : edges[cell + 1];
    }

    void add(int cell, int label, int source, double amountUsd) {
        usd[cell + 1] += amountUsd;
        usdByLabel[label][cell + 1] += amountUsd;
        usdBySource[source][cell + 1] += amountUsd;
    }

    /// Adds what is not divided by leverage and source.
    void add(int cell, double amountUsd) {
        usd[cell + 1] += amountUsd;
    }

    double usd(int cell) {
        return usd[cell + 1];
    }

    /// What lies between the current price and the first cell.
    double nearerUsd() {
        return usd[0];
    }

    /// What lies beyond the last cell.
    double fartherUsd() {
        return usd[usd.length - 1];
    }

    List<Share> byLeverage(int cell) {
        return shares(labels, usdByLabel, cell);
    }

    List<Share> bySource(int cell) {
        return shares(sources, usdBySource, cell);
    }

    private static List<Share> shares(List<String> names, double[][] amounts, int cell) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double amountUsd = amounts[i][cell + 1];
            if (amountUsd > 0) {
                shares.add(new Share(names.get(i), amountUsd));
            }
        }
        return shares;
    }
}
