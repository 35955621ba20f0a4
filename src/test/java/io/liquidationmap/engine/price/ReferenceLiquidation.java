package io.liquidationmap.engine.price;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The slow and obviously right twin of [LiquidationFormula], for schedules without jumps: equity and maintenance margin
/// written down as functions of the *price*, in decimals, and the price found by halving the interval.
record ReferenceLiquidation(LiquidationFormula formula, Position position, MarginSchedule schedule) {

    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal FAR = new BigDecimal("1e18");
    private static final int HALVINGS = 130;

    /// Margin plus profit.
    BigDecimal equity(BigDecimal price) {
        BigDecimal quantity = BigDecimal.valueOf(position.quantity());
        BigDecimal entry = BigDecimal.valueOf(position.entryPrice());
        BigDecimal profitOfLong = switch (position.contract()) {
            case LINEAR -> quantity.multiply(price.subtract(entry));
            case INVERSE -> quantity.divide(entry, DIGITS).subtract(quantity.divide(price, DIGITS));
        };
        BigDecimal profit =
                profitOfLong.multiply(BigDecimal.valueOf(position.side().sign()));
        return available().add(profit);
    }

    /// What must be left at a price.
    BigDecimal maintenanceMargin(BigDecimal price) {
        return switch (formula) {
            case MAINTENANCE_ON_VALUE -> tierMargin(price);
            case MAINTENANCE_AND_FEE_ON_VALUE -> tierMargin(price).add(fee(price));
            case MAINTENANCE_ON_ENTRY_VALUE ->
                tierMargin(BigDecimal.valueOf(position.entryPrice()))
                        .add(closingCost(bankruptcy().orElse(null)));
        };
    }

    Optional<BigDecimal> liquidation() {
        return zeroOf(price -> equity(price).subtract(maintenanceMargin(price)));
    }

    Optional<BigDecimal> bankruptcy() {
        return zeroOf(price -> equity(price).subtract(closingCost(price)));
    }

    private BigDecimal closingCost(@Nullable BigDecimal price) {
        boolean charged = switch (formula) {
            case MAINTENANCE_ON_VALUE -> false;
            case MAINTENANCE_AND_FEE_ON_VALUE -> true;
            case MAINTENANCE_ON_ENTRY_VALUE -> position.margin() instanceof Margin.Cross;
        };
        return charged && price != null ? fee(price) : BigDecimal.ZERO;
    }

    private BigDecimal fee(BigDecimal price) {
        return value(price).multiply(BigDecimal.valueOf(schedule.takerFeeRate()));
    }

    private BigDecimal tierMargin(BigDecimal price) {
        BigDecimal value = value(price);
        MarginTier tier = schedule.tierFor(value.doubleValue());
        return value.multiply(BigDecimal.valueOf(tier.maintenanceMarginRate()))
                .subtract(BigDecimal.valueOf(tier.maintenanceAmount()));
    }

    private BigDecimal value(BigDecimal price) {
        BigDecimal quantity = BigDecimal.valueOf(position.quantity());
        return position.contract() == ContractType.LINEAR ? quantity.multiply(price) : quantity.divide(price, DIGITS);
    }

    private BigDecimal available() {
        return switch (position.margin()) {
            case Margin.Isolated isolated -> BigDecimal.valueOf(isolated.amount());
            case Margin.Cross cross ->
                BigDecimal.valueOf(cross.walletBalance())
                        .subtract(BigDecimal.valueOf(cross.otherMaintenanceMargin()))
                        .add(BigDecimal.valueOf(cross.otherUnrealisedProfit()));
        };
    }

    private Optional<BigDecimal> zeroOf(UnaryOperator<BigDecimal> excess) {
        BigDecimal safe = BigDecimal.valueOf(position.entryPrice());
        BigDecimal ruined = position.side().sign() > 0 ? safe.divide(FAR, DIGITS) : safe.multiply(FAR);
        if (excess.apply(ruined).signum() > 0) {
            return Optional.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = safe.add(ruined).divide(BigDecimal.TWO, DIGITS);
            if (excess.apply(middle).signum() > 0) {
                safe = middle;
            } else {
                ruined = middle;
            }
        }
        return Optional.of(ruined);
    }
}
