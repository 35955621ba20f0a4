package io.liquidationmap.market;

/// The direction of a *position*, never of an order: a long position is liquidated by a sell order when price falls,
/// a short one by a buy order when price rises.
public enum Side {
    LONG(+1),
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /// +1 for a long, −1 for a short: the sign of the profit when price rises.
    public int sign() {
        return sign;
    }

    /// The other side of the same contract.
    public Side opposite() {
        return this == LONG ? SHORT : LONG;
    }
}
