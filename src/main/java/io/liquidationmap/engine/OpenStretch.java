package io.liquidationmap.engine;

/// The bars since open interest was last known, merged into one: usually a single bar.
final class OpenStretch {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double activeDays;
    private double volume;
    private double takerBuyVolume;
    private double weight;
    private double weightedPosition;
    private double lastPosition;

    OpenStretch copy() {
        OpenStretch copy = new OpenStretch();
        copy.low = low;
        copy.high = high;
        copy.activeDays = activeDays;
        copy.volume = volume;
        copy.takerBuyVolume = takerBuyVolume;
        copy.weight = weight;
        copy.weightedPosition = weightedPosition;
        copy.lastPosition = lastPosition;
        return copy;
    }

    void clear() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        activeDays = 0;
        volume = 0;
        takerBuyVolume = 0;
        weight = 0;
        weightedPosition = 0;
    }

    /// Time of which no bar is known passes at average activity; what was traded in it is unknown.
    void addMissing(double days) {
        if (days > 0) {
            activeDays += days;
            volume = Double.NaN;
            takerBuyVolume = Double.NaN;
        }
    }

    /// Adds a bar; positions are on the grid, volumes in the conserved unit, NaN if unknown.
    void add(
            double barLow,
            double barHigh,
            double barMiddle,
            double barActiveDays,
            double barVolume,
            double barTakerBuyVolume) {
        low = Math.min(low, barLow);
        high = Math.max(high, barHigh);
        activeDays += barActiveDays;
        volume += barVolume;
        takerBuyVolume += barTakerBuyVolume;
        weight += barActiveDays;
        weightedPosition += barActiveDays * barMiddle;
        lastPosition = barMiddle;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double activeDays() {
        return activeDays;
    }

    /// The average position at which was traded, weighted by activity; that of the last bar where none was active.
    double middle() {
        return weight > 0 ? weightedPosition / weight : lastPosition;
    }

    /// What was traded, or infinity where that is unknown.
    double volumeOrInfinity() {
        return Double.isNaN(volume) ? Double.POSITIVE_INFINITY : volume;
    }

    /// Part of the volume in which the taker bought, or NaN where that is unknown or nothing was traded.
    double takerBuyShare() {
        return volume > 0 ? takerBuyVolume / volume : Double.NaN;
    }
}
