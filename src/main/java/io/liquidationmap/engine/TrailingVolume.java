package io.liquidationmap.engine;

/// The mean volume per bar over a trailing window, for bars that arrive one by one. Bars of unknown volume are left
/// out of the mean.
final class TrailingVolume {

    private final long windowMs;
    private final long[] closeTimeMs;
    private final double[] volume;
    private int oldest;
    private int count;
    private double sum;

    /// @param windowMs length of the window
    /// @param barMs length of a bar
    TrailingVolume(long windowMs, long barMs) {
        this.windowMs = windowMs;
        int capacity = Math.toIntExact(windowMs / barMs) + 1;
        closeTimeMs = new long[capacity];
        volume = new double[capacity];
    }

    private TrailingVolume(TrailingVolume source) {
        windowMs = source.windowMs;
        closeTimeMs = source.closeTimeMs.clone();
        volume = source.volume.clone();
        oldest = source.oldest;
        count = source.count;
        sum = source.sum;
    }

    TrailingVolume copy() {
        return new TrailingVolume(this);
    }

    /// Adds a bar's known volume and tells the mean of the window that ends with it.
    double meanWith(long barCloseTimeMs, double barVolume) {
        while (count > 0 && closeTimeMs[oldest] <= barCloseTimeMs - windowMs) {
            sum -= volume[oldest];
            oldest = next(oldest);
            count--;
        }
        int newest = (oldest + count) % volume.length;
        closeTimeMs[newest] = barCloseTimeMs;
        volume[newest] = barVolume;
        sum += barVolume;
        count++;
        if (newest == 0) {
            sumAnew();
        }
        return sum / count;
    }

    /// Adding and subtracting leaves rounding behind; once per round of the ring it is cleared away.
    private void sumAnew() {
        sum = 0;
        for (int i = 0, at = oldest; i < count; i++, at = next(at)) {
            sum += volume[at];
        }
    }

    private int next(int index) {
        return index + 1 == volume.length ? 0 : index + 1;
    }
}
