package io.liquidationmap.simulation;

/// A position as it stands. A level that does not exist is 0 or infinity, whichever the price never reaches: see
/// [#never].
final class OpenPosition {

    private static final int MOST_TOP_UPS = 2;

    final TraderKind kind;
    /// +1 long, −1 short.
    final int sign;
    /// Over how many equal accounts it is spread.
    final int accounts;
    /// Average entry price.
    final double entry;
    /// Collateral / value at entry, as first put up.
    final double firstRatio;
    /// Whether the collateral is shared with other positions, and so drifts.
    final boolean cross;
    /// Scale of its holding time, days of traders' time.
    final double life;

    final TriggerQueue.Trigger adverse = new TriggerQueue.Trigger(this);
    final TriggerQueue.Trigger favourable = new TriggerQueue.Trigger(this);
    final TriggerQueue.Trigger deadline = new TriggerQueue.Trigger(this);

    long lots;
    /// Collateral / value at entry.
    double ratio;
    double liquidation;
    double stop;
    double target;
    /// Price at which its owner adds margin.
    double topUp;
    int placeInBook;

    private double topUpShareOfWay;
    private int topUpsLeft;

    OpenPosition(
            TraderKind kind,
            int sign,
            long lots,
            int accounts,
            double entry,
            double ratio,
            double liquidation,
            boolean cross,
            double life) {
        this.kind = kind;
        this.sign = sign;
        this.lots = lots;
        this.accounts = accounts;
        this.entry = entry;
        this.ratio = ratio;
        this.cross = cross;
        this.life = life;
        firstRatio = ratio;
        this.liquidation = liquidation;
        stop = never(-sign);
        topUp = never(-sign);
        target = never(sign);
    }

    /// A price that never comes, on the way up or on the way down.
    ///
    /// @param direction +1 up, −1 down
    static double never(int direction) {
        return direction > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /// Has the owner add margin whenever the price has gone that share of the way to liquidation, a few times.
    ///
    /// @param mark price from which the way is measured first
    void planTopUps(double mark, double shareOfWay) {
        topUpShareOfWay = shareOfWay;
        topUpsLeft = MOST_TOP_UPS;
        planNextTopUp(mark);
    }

    /// Plans the next addition of margin.
    ///
    /// @param mark price from which the way to liquidation is measured
    void planNextTopUp(double mark) {
        boolean planned = topUpsLeft > 0 && canBeLiquidated();
        topUpsLeft--;
        topUp = planned ? mark + topUpShareOfWay * (liquidation - mark) : never(-sign);
    }

    boolean canBeLiquidated() {
        return liquidation > 0 && !Double.isInfinite(liquidation);
    }

    boolean isLosing(double mark) {
        return sign * (mark - entry) < 0;
    }

    /// Whether the price has come to a level on the losing side.
    boolean hasLostDownTo(double level, double mark) {
        return sign * (mark - level) <= 0;
    }

    /// The first level on the way to liquidation.
    double nextAdverse() {
        return sign > 0 ? Math.max(Math.max(stop, topUp), liquidation) : Math.min(Math.min(stop, topUp), liquidation);
    }
}
