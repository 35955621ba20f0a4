package io.liquidationmap.engine;

/// Where the truth lies in four of five cases, by what the estimate has been worth in markets whose positions are
/// known. Source: `docs/accuracy.md`.
///
/// @param low lower end
/// @param high upper end
public record Band(double low, double high) {

    public Band {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a band's low end must not lie above its high end");
        }
    }

    /// The number by which the middle of the band, in logarithms, is multiplied and divided to get its ends.
    public double factor() {
        return Math.sqrt(high / low);
    }

    /// Whether the band reaches from below `value`, or from it, to above.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
