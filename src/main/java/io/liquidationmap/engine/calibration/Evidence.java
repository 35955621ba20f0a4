package io.liquidationmap.engine.calibration;

/// What a calibration learns from, the most telling first.
public enum Evidence {
    /// A feed of every liquidation.
    COMPLETE("complete", 0),
    /// A feed that leaves liquidations out, most of all when there are many; its level is taken from open interest.
    THROTTLED("throttled", 0.2),
    /// Falls of open interest while price travels.
    OPEN_INTEREST("open-interest", 0.15);

    private final String label;
    private final double modelDeviation;

    Evidence(String label, double modelDeviation) {
        this.label = label;
        this.modelDeviation = modelDeviation;
    }

    /// The name in answers and in storage: `complete`, `throttled` or `open-interest`.
    public String label() {
        return label;
    }

    /// Standard deviation of the logarithm of an amount that the ensemble of such a calibration leaves out. Source:
    /// `docs/accuracy.md`.
    double modelDeviation() {
        return modelDeviation;
    }
}
