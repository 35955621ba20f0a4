package io.liquidationmap.simulation;

/// Volume that leaves no position behind: market makers among themselves and traders who are out again within the step.
final class DayTrading {

    private static final double LARGEST_MOVE = 3;
    private static final double TAKERS_FOLLOW_MOVE = 0.05;
    private static final double TAKER_NOISE = 0.03;

    private final double volumePerOpenInterest;
    private final Climate climate;
    private final Dice dice;

    DayTrading(Liquidity liquidity, Climate climate, Dice dice) {
        volumePerOpenInterest = liquidity.volumePerOpenInterest();
        this.climate = climate;
        this.dice = dice;
    }

    /// Trades a step's worth.
    ///
    /// @param stepReturn the step's return
    void trade(double stepReturn, long openInterestLots, double elapsedDays, Tape tape) {
        double move = Math.clamp(stepReturn / climate.volatility(elapsedDays), -LARGEST_MOVE, LARGEST_MOVE);
        double excitement = (0.5 + 0.5 * dice.exponential()) * (0.6 + 0.5 * Math.abs(move));
        double ordinary = volumePerOpenInterest * openInterestLots * elapsedDays;
        long lots = Math.round(ordinary * climate.activity() * excitement);
        double buyers = 0.5 + TAKERS_FOLLOW_MOVE * move + TAKER_NOISE * dice.gaussian();
        long bought = Math.round(lots * Math.clamp(buyers, 0.05, 0.95));
        tape.take(+1, bought);
        tape.take(-1, lots - bought);
    }
}
