package io.liquidationmap.engine.cascade;

/// How much of its usual depth an order book has left.
public enum DepthScenario {
    /// All of it.
    NORMAL(1),
    /// Half of it: a nervous market.
    THIN(0.5),
    /// A tenth of it. Order books lost 90 to 98 % of their depth in the crash of 10 October 2025.
    CRASH(0.1);

    private final double factor;

    DepthScenario(double factor) {
        this.factor = factor;
    }

    /// By which the usual depth is multiplied.
    public double factor() {
        return factor;
    }
}
