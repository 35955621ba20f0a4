package io.liquidationmap.engine;

/// Smooths a density that begins at the current price and ends where the map ends.
public final class GaussianBlur {

    /// The bell is cut off at this many standard deviations.
    private static final double REACH = 4;

    private GaussianBlur() {}

    /// Each cell as the Gaussian mean of its surroundings. Before the first cell lies the other side of the price, so
    /// there the mean is over what there is; beyond the last one there is nothing, and that counts.
    ///
    /// @param cells amounts of equally wide cells, from the price outwards
    /// @param deviation standard deviation of the bell, cells
    /// @return as many cells, as a new array
    public static double[] of(double[] cells, double deviation) {
        int reach = (int) Math.ceil(REACH * deviation);
        double[] weights = new double[reach + 1];
        for (int distance = 0; distance <= reach; distance++) {
            double z = distance / deviation;
            weights[distance] = Math.exp(-z * z / 2);
        }
        double[] blurred = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double sum = 0;
            double weight = 0;
            for (int other = Math.max(0, cell - reach); other <= cell + reach; other++) {
                double nearness = weights[Math.abs(other - cell)];
                weight += nearness;
                sum += other < cells.length ? nearness * cells[other] : 0;
            }
            blurred[cell] = sum / weight;
        }
        return blurred;
    }
}
