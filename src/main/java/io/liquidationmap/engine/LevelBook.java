package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;

/// A model of one instrument's open positions that is shown bar after bar and remembers enough to draw the map as of
/// any of them. Mutable, for one thread; [#history()] is what others read.
///
/// What is done with imperfect bars, the same in every model: a bar without open interest sweeps levels and its volume
/// counts, but opening and closing wait for the next known open interest, at which all bars since the last one count
/// as one. An open interest that differs from the last one by more than the volume traded since cannot be right and
/// counts as unknown. Missing bars lengthen the time that passed, at average activity. Nothing is interpolated. After
/// more than 7 days without open interest the book starts anew. Bars before the first known open interest are ignored.
public sealed interface LevelBook permits PositionBook, OpenedBook {

    /// Takes in the bar `index` of `bars`, which must end after every bar taken in before.
    ///
    /// @throws IllegalArgumentException if it does not, or has another interval than the book
    void advance(BarSeries bars, int index);

    /// Takes in the bars `[from, to)` of `bars`, in order.
    default void advance(BarSeries bars, int from, int to) {
        for (int index = from; index < to; index++) {
            advance(bars, index);
        }
    }

    /// An independent book in the same state: shown a bar that is not finished yet, it leaves this one untouched.
    LevelBook copy();

    /// What has been recorded so far: an immutable view that later bars do not change, cheap to take, safe to hand to
    /// other threads.
    LevelHistory history();
}
