package io.liquidationmap.simulation;

/// How one kind of traders behaves.
///
/// @param presence how many there are and how large
/// @param margin how they are margined
/// @param exits how they leave
/// @param opinion how they choose a direction
public record TraderProfile(Presence presence, Margin margin, Exits exits, Opinion opinion) {

    /// How many positions there are, how large, and for how long. A simulated position may stand for several accounts
    /// that act alike.
    ///
    /// @param stockShare share of all open positions, by size, that the kind holds when undisturbed
    /// @param opensPerDay positions opened per day at ordinary activity
    /// @param lifeDays median intended holding time, days at ordinary activity
    /// @param lifeSpread standard deviation of the logarithm of holding times
    /// @param sizeSpread standard deviation of the logarithm of position sizes
    /// @param largestShare largest position, as a share of the market's undisturbed open interest
    /// @param accountUsd typical position of one account, US dollars; infinite if a position is always one account
    public record Presence(
            double stockShare,
            double opensPerDay,
            double lifeDays,
            double lifeSpread,
            double sizeSpread,
            double largestShare,
            double accountUsd) {
        public Presence {
            if (!(stockShare > 0 && stockShare <= 1 && opensPerDay > 0 && lifeDays > 0 && accountUsd > 0)) {
                throw new IllegalArgumentException("traders need a share of the market, openings, a lifetime, a size");
            }
        }
    }

    /// How positions are margined.
    ///
    /// @param isolatedShare share of positions on isolated margin, whose leverage is the nominal one
    /// @param leverage nominal leverages chosen on isolated margin
    /// @param crossRatio median collateral / position value on cross margin; infinite for who cannot be liquidated
    /// @param crossSpread standard deviation of the logarithm of that ratio
    /// @param collateralDrift daily standard deviation of the logarithm of cross collateral
    /// @param topUpShare share of positions whose owner adds margin when liquidation comes near
    public record Margin(
            double isolatedShare,
            LeverageMix leverage,
            double crossRatio,
            double crossSpread,
            double collateralDrift,
            double topUpShare) {}

    /// How positions are closed.
    ///
    /// @param stopShare share of positions with a stop-loss
    /// @param stopDistance median distance of a stop-loss from entry, as a fraction of entry
    /// @param takeProfitShare share of positions with a take-profit
    /// @param scaleOutShare how often only half of a position is closed
    /// @param disposition how often a loser is held on to when its time has come
    public record Exits(
            double stopShare, double stopDistance, double takeProfitShare, double scaleOutShare, double disposition) {}

    /// How the direction of a position is chosen, as contributions to the log-odds of going long.
    ///
    /// @param bias when nothing else matters
    /// @param momentum per standard deviation of the recent return; negative for contrarians
    /// @param momentumDays how far back "recent" reaches, days
    /// @param herding per standard deviation of the common sentiment
    /// @param inventoryResponse per unit of relative imbalance, long surplus / open interest; negative to take the
    ///     other side
    public record Opinion(
            double bias, double momentum, double momentumDays, double herding, double inventoryResponse) {}
}
