package io.liquidationmap.engine;

/// What became of levels between two moments, US dollars at the price of the second:
/// `after = before + opened − swept − closed`, to rounding.
///
/// @param beforeUsd what stood at the first moment
/// @param openedUsd what was opened in between, whatever became of it
/// @param sweptUsd what price reached
/// @param closedUsd what closed by itself, or with falling open interest
/// @param afterUsd what stands at the second moment
public record Change(double beforeUsd, double openedUsd, double sweptUsd, double closedUsd, double afterUsd) {

    static final Change NOTHING = new Change(0, 0, 0, 0, 0);

    /// Both together.
    public Change plus(Change other) {
        return new Change(
                beforeUsd + other.beforeUsd,
                openedUsd + other.openedUsd,
                sweptUsd + other.sweptUsd,
                closedUsd + other.closedUsd,
                afterUsd + other.afterUsd);
    }

    /// Whether nothing was there and nothing happened.
    public boolean isNothing() {
        return beforeUsd == 0 && openedUsd == 0 && sweptUsd == 0 && closedUsd == 0 && afterUsd == 0;
    }
}
