package io.liquidationmap.engine;

/// The lowest number since any row of a stretch that moves on. Rows are added at its end, and asked about in ascending
/// order, which together costs time in proportion to their number. Mutable.
final class SlidingMinimum {

    // Ascending by row and by number: whatever a later row undercuts can never be the lowest again.
    private final int[] rows;
    private final int[] numbers;
    private int head;
    private int tail;

    /// @param mostRows how many will be added at most
    SlidingMinimum(int mostRows) {
        rows = new int[mostRows];
        numbers = new int[mostRows];
    }

    /// Adds the next row.
    void add(int row, int number) {
        while (tail > head && numbers[tail - 1] >= number) {
            tail--;
        }
        rows[tail] = row;
        numbers[tail++] = number;
    }

    /// The lowest number of the rows after `row`; the highest there is if none has been added.
    ///
    /// @param row not before one that was asked about earlier
    int after(int row) {
        while (head < tail && rows[head] <= row) {
            head++;
        }
        return head == tail ? Integer.MAX_VALUE : numbers[head];
    }
}
