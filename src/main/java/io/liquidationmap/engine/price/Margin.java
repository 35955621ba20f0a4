package io.liquidationmap.engine.price;

/// What stands between a position and its liquidation. Amounts are in the currency the contract settles in: quote
/// currency for a linear contract, coins for an inverse one.
public sealed interface Margin {

    /// What the position can lose before its equity is zero; not positive where other positions have used it up.
    double available();

    /// Margin set aside for this position alone.
    ///
    /// @param amount positive; without what a venue reserves on top for the closing fee
    record Isolated(double amount) implements Margin {

        public Isolated {
            if (!(amount > 0) || Double.isInfinite(amount)) {
                throw new IllegalArgumentException("amount must be positive and finite: the isolated margin");
            }
        }

        @Override
        public double available() {
            return amount;
        }
    }

    /// The whole balance of an account that other positions may share.
    ///
    /// @param walletBalance deposits plus realised profit; finite
    /// @param otherMaintenanceMargin maintenance margin of all other positions of the account, not negative
    /// @param otherUnrealisedProfit profit of all other positions at their mark prices, negative for a loss; taken as
    ///     fixed while this position's price moves
    record Cross(double walletBalance, double otherMaintenanceMargin, double otherUnrealisedProfit) implements Margin {

        public Cross {
            if (!Double.isFinite(walletBalance)) {
                throw new IllegalArgumentException("walletBalance must be finite");
            }
            if (!(otherMaintenanceMargin >= 0) || Double.isInfinite(otherMaintenanceMargin)) {
                throw new IllegalArgumentException("otherMaintenanceMargin must be finite and not negative");
            }
            if (!Double.isFinite(otherUnrealisedProfit)) {
                throw new IllegalArgumentException("otherUnrealisedProfit must be finite");
            }
        }

        /// The balance of an account that holds nothing else.
        public static Cross of(double walletBalance) {
            return new Cross(walletBalance, 0, 0);
        }

        @Override
        public double available() {
            return walletBalance - otherMaintenanceMargin + otherUnrealisedProfit;
        }
    }
}
