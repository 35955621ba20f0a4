package io.liquidationmap.engine.calibration;

/// What a calibration learns from, the most telling first.
public enum Evidence {
    /// A feed of every liquidation.
    COMPLETE("complete"),
    /// A feed that leaves liquidations out, most of all when there are many; its level is taken from open interest.
    THROTTLED("throttled"),
    /// Falls of open interest while price travels.
    OPEN_INTEREST("open-interest");

    private final String label;

    Evidence(String label) {
        this.label = label;
    }

    /// The name in answers and in storage: `complete`, `throttled` or `open-interest`.
    public String label() {
        return label;
    }
}
