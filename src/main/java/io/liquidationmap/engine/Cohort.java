package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Positions that are liquidated at the same distance from their entry and live equally long. Everything the model
/// computes depends on distance and lifetime alone; the leverage is a label.
///
/// @param label the nominal leverage (`10`, `12.5`), or [#CROSS] where the distance does not come from a leverage
///     setting
/// @param longDistance how far below its entry a long is liquidated, as a fraction of the entry price, in (0, 1)
/// @param shortDistance how far above its entry a short is liquidated, as a fraction of the entry price, positive
/// @param longStockShare share of all open longs that belong here when the market is in its usual state, in \[0, 1]
/// @param shortStockShare the same of all open shorts
/// @param lifetimeDays mean life of a position that price does not reach, days of average activity
public record Cohort(
        String label,
        double longDistance,
        double shortDistance,
        double longStockShare,
        double shortStockShare,
        double lifetimeDays) {

    /// The label of positions whose distance is set by shared collateral, top-ups and unrealised profit.
    public static final String CROSS = "cross";

    private static final Pattern LEVERAGE = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4})?");

    public Cohort {
        if (!label.equals(CROSS) && !LEVERAGE.matcher(label).matches()) {
            throw new IllegalArgumentException("a cohort's label must be a leverage or '" + CROSS + "'");
        }
        if (!(longDistance > 0 && longDistance < 1)) {
            throw new IllegalArgumentException("a long's distance must lie between 0 and 1");
        }
        requirePositive(shortDistance, "a short's distance");
        requireShare(longStockShare);
        requireShare(shortStockShare);
        requirePositive(lifetimeDays, "a lifetime");
    }

    /// The nominal leverage; empty where the distance does not come from one.
    public OptionalDouble leverage() {
        return label.equals(CROSS) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(label));
    }

    /// Distance from entry to liquidation as a fraction of the entry price.
    public double distance(Side side) {
        return side == Side.LONG ? longDistance : shortDistance;
    }

    /// Liquidation price / entry price: below 1 for a long, above 1 for a short.
    public double levelFactor(Side side) {
        return 1 - side.sign() * distance(side);
    }

    /// Share of all open positions of that side, in \[0, 1].
    public double stockShare(Side side) {
        return side == Side.LONG ? longStockShare : shortStockShare;
    }

    /// This cohort with other stock shares, as a calibration finds them.
    public Cohort withStockShares(double longShare, double shortShare) {
        return new Cohort(label, longDistance, shortDistance, longShare, shortShare, lifetimeDays);
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a positive number");
        }
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a stock share must lie between 0 and 1");
        }
    }
}
