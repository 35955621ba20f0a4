package io.liquidationmap.engine;

import io.liquidationmap.market.Side;

/// Lays the bins of one instrument's levels over the buckets of a window. A bin's quantity is spread evenly over the
/// bin's prices, as in a [LiquidationMap]: of the bin that contains the current price, over those on its side of it.
final class PriceAxis {

    private final PriceWindow window;

    /// The lowest bin that reaches into the window.
    private final int firstBin;

    /// The lower edge of each bin in the instrument's own prices, and the upper one of the last.
    private final double[] edges;

    /// @param lowestScale the lowest ratio of a common price to the instrument's own at which bins will be laid
    /// @param highestScale the highest one
    PriceAxis(LogGrid grid, PriceWindow window, double lowestScale, double highestScale) {
        this.window = window;
        firstBin = (int) Math.floor(grid.position(window.low() / highestScale));
        int lastBin = (int) Math.ceil(grid.position(window.high() / lowestScale));
        edges = new double[lastBin - firstBin + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = grid.price(firstBin + i - 0.5);
        }
    }

    /// The axis as of a moment.
    ///
    /// @param price the common current price
    /// @param scale the ratio of the common price to the instrument's own
    /// @param usdPerUnit what a quantity of 1 is worth, US dollars
    AtMoment at(double price, double scale, double usdPerUnit) {
        return new AtMoment(price, scale, usdPerUnit, new Bucketing(window, price).edges());
    }

    private int lastBin() {
        return firstBin + edges.length - 2;
    }

    /// The axis while the price is what it is at one moment.
    final class AtMoment {

        private final double price;
        private final double scale;
        private final double usdPerUnit;
        private final double[] buckets;

        private AtMoment(double price, double scale, double usdPerUnit, double[] buckets) {
            this.price = price;
            this.scale = scale;
            this.usdPerUnit = usdPerUnit;
            this.buckets = buckets;
        }

        /// Adds what lies in each bucket.
        ///
        /// @param quantities by bin, counted in the side's own direction
        /// @param first the bin they begin with
        /// @param usd by bucket, US dollars
        void add(Side side, double[] quantities, int first, double[] usd) {
            int last = first + quantities.length - 1;
            int lowest = Math.max(firstBin, side == Side.LONG ? first : -last);
            int highest = Math.min(lastBin(), side == Side.LONG ? last : -first);
            int nearest = 0;
            for (int bin = lowest; bin <= highest && nearest < usd.length; bin++) {
                double amount = quantities[side.sign() * bin - first] * usdPerUnit;
                double low = edges[bin - firstBin] * scale;
                double high = edges[bin - firstBin + 1] * scale;
                if (low < price && price < high) {
                    low = side == Side.LONG ? low : price;
                    high = side == Side.LONG ? price : high;
                }
                while (nearest < usd.length && buckets[nearest + 1] <= low) {
                    nearest++;
                }
                if (nearest < usd.length && buckets[nearest] <= low && high <= buckets[nearest + 1]) {
                    usd[nearest] += amount;
                } else {
                    spread(amount, low, high, nearest, usd);
                }
            }
        }

        private void spread(double amount, double low, double high, int nearest, double[] usd) {
            double usdPerPrice = amount / (high - low);
            for (int bucket = nearest; bucket < usd.length && buckets[bucket] < high; bucket++) {
                usd[bucket] += usdPerPrice * (Math.min(high, buckets[bucket + 1]) - Math.max(low, buckets[bucket]));
            }
        }
    }
}
