package io.liquidationmap.engine;

/// One bar as a book takes it in, with everything imperfect about it dealt with.
///
/// @param closeTimeMs end of the bar, epoch milliseconds
/// @param close closing price
/// @param low grid position of the low: levels at or above it are swept if long
/// @param high grid position of the high: levels at or below it are swept if short
/// @param openInterest at the bar's end, conserved unit; NaN if unknown, and then the rest is not used
/// @param start whether the book begins here, or begins anew
/// @param clockDays activity days since the book's first bar, as of this bar
/// @param entryLow lower grid position at which positions are opened
/// @param entryMiddle middle one
/// @param entryHigh upper one
/// @param crowding logit of the levered share's tilt to the long side before the tilt exponent; 0 if unknown
/// @param warmUpUntilMs when the book will have run long enough
/// @param degradedUntilMs when the last long gap will be forgotten
record BarStep(
        long closeTimeMs,
        double close,
        double low,
        double high,
        double openInterest,
        boolean start,
        double clockDays,
        double entryLow,
        double entryMiddle,
        double entryHigh,
        double crowding,
        long warmUpUntilMs,
        long degradedUntilMs) {

    /// Whether the open interest is known, so that positions open and close.
    boolean isBalanced() {
        return !Double.isNaN(openInterest);
    }
}
