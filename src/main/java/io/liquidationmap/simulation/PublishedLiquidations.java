package io.liquidationmap.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a venue's feed shows of the liquidations of a bar. Draws its own random numbers, so that the market is the same
/// whatever is published of it.
final class PublishedLiquidations {

    // More orders than this in one burst would only overwrite each other.
    private static final int MOST_ORDERS = 60;
    private static final double SECONDS_BETWEEN_ORDERS = 0.4;

    private final LiquidationFeed feed;
    private final Dice dice;
    private double[] lastOfSecond = new double[0];
    private boolean pending;
    private double longUsd;
    private double shortUsd;

    PublishedLiquidations(LiquidationFeed feed, Dice dice) {
        this.feed = feed;
        this.dice = dice;
    }

    /// Begins a step of so many seconds.
    void beginStep(int seconds) {
        if (seconds != lastOfSecond.length) {
            lastOfSecond = new double[seconds];
        }
    }

    /// Liquidates a position, one order per account.
    ///
    /// @param sign of the position: +1 long, −1 short
    /// @param usd its size
    void add(int sign, double usd, int accounts) {
        switch (feed) {
            case COMPLETE -> publish(sign * usd);
            case THROTTLED -> queue(sign * usd, accounts);
            case NONE -> {}
        }
    }

    /// Ends a step: what the throttle has left becomes public.
    void endStep() {
        if (pending) {
            for (double signedUsd : lastOfSecond) {
                publish(signedUsd);
            }
            Arrays.fill(lastOfSecond, 0);
            pending = false;
        }
    }

    void clear() {
        longUsd = 0;
        shortUsd = 0;
    }

    @Nullable Double longUsd() {
        return feed == LiquidationFeed.NONE ? null : toCents(longUsd);
    }

    @Nullable Double shortUsd() {
        return feed == LiquidationFeed.NONE ? null : toCents(shortUsd);
    }

    private void queue(double signedUsd, int accounts) {
        int orders = Math.min(accounts, MOST_ORDERS);
        double second = dice.uniform() * lastOfSecond.length;
        for (int i = 0; i < orders; i++) {
            lastOfSecond[(int) second % lastOfSecond.length] = signedUsd / accounts;
            second += SECONDS_BETWEEN_ORDERS * dice.exponential();
        }
        pending = true;
    }

    private void publish(double signedUsd) {
        longUsd += Math.max(signedUsd, 0);
        shortUsd += Math.max(-signedUsd, 0);
    }

    private static double toCents(double usd) {
        return Math.rint(usd * 100) / 100;
    }
}
