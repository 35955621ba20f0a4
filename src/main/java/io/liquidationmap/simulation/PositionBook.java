package io.liquidationmap.simulation;

import java.util.Arrays;

/// All open positions, and the queues of what will happen to them: as the price falls, as it rises, and in time.
final class PositionBook {

    private final ContractTerms terms;
    private final TriggerQueue falling = TriggerQueue.falling();
    private final TriggerQueue rising = TriggerQueue.rising();
    private final TriggerQueue deadlines = TriggerQueue.rising();

    private OpenPosition[] open = new OpenPosition[1024];
    private int count;
    private long longLots;
    private long shortLots;
    private long longAccounts;
    private long shortAccounts;

    PositionBook(ContractTerms terms) {
        this.terms = terms;
    }

    /// Adds a position, to be given up at `deadline`.
    void open(OpenPosition position, double deadline) {
        if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
        }
        position.placeInBook = count;
        open[count++] = position;
        book(position, position.lots, position.accounts);
        rearm(position);
        favourableQueue(position).set(position.favourable, position.target);
        postpone(position, deadline);
    }

    /// Takes out a whole position.
    void close(OpenPosition position) {
        OpenPosition last = open[--count];
        open[position.placeInBook] = last;
        last.placeInBook = position.placeInBook;
        book(position, -position.lots, -position.accounts);
        adverseQueue(position).remove(position.adverse);
        favourableQueue(position).remove(position.favourable);
        deadlines.remove(position.deadline);
    }

    /// Takes out a part of a position, and with it the take-profit it was for.
    void reduce(OpenPosition position, long lots) {
        position.lots -= lots;
        book(position, -lots, 0);
        position.target = OpenPosition.never(position.sign);
        favourableQueue(position).remove(position.favourable);
        updateLiquidation(position);
    }

    /// Changes the collateral of a position.
    void margin(OpenPosition position, double ratio) {
        position.ratio = ratio;
        updateLiquidation(position);
    }

    /// Sets when a position is given up.
    void postpone(OpenPosition position, double deadline) {
        deadlines.set(position.deadline, deadline);
    }

    /// Takes note of changed stop or top-up levels.
    void rearm(OpenPosition position) {
        adverseQueue(position).set(position.adverse, position.nextAdverse());
    }

    /// What happens as the price falls.
    TriggerQueue falling() {
        return falling;
    }

    /// What happens as the price rises.
    TriggerQueue rising() {
        return rising;
    }

    /// What happens in time.
    TriggerQueue deadlines() {
        return deadlines;
    }

    int count() {
        return count;
    }

    /// Position number `i`, in no particular order.
    OpenPosition get(int i) {
        return open[i];
    }

    /// The larger of the two sides: market makers hold what the smaller one lacks.
    long openInterestLots() {
        return Math.max(longLots, shortLots);
    }

    /// What longs have more than shorts, lots.
    long surplusLots() {
        return longLots - shortLots;
    }

    long longAccounts() {
        return longAccounts;
    }

    long shortAccounts() {
        return shortAccounts;
    }

    private void updateLiquidation(OpenPosition position) {
        long accountLots = Math.max(1, position.lots / position.accounts);
        position.liquidation = terms.liquidationPrice(position.sign, accountLots, position.entry, position.ratio);
        rearm(position);
    }

    private TriggerQueue adverseQueue(OpenPosition position) {
        return position.sign > 0 ? falling : rising;
    }

    private TriggerQueue favourableQueue(OpenPosition position) {
        return position.sign > 0 ? rising : falling;
    }

    private void book(OpenPosition position, long lots, int accounts) {
        if (position.sign > 0) {
            longLots += lots;
            longAccounts += accounts;
        } else {
            shortLots += lots;
            shortAccounts += accounts;
        }
    }
}
