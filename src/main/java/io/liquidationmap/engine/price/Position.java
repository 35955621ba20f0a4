package io.liquidationmap.engine.price;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;

/// One open position.
///
/// Its *value* is what the margin rules work with, in settlement currency: `quantity × price` for a linear contract,
/// `quantity ÷ price` for an inverse one. In terms of value both kinds are alike: equity is
/// `margin + direction × (value − value at entry)`, with a direction of +1 where the position loses as its value falls.
///
/// @param side long or short
/// @param entryPrice average price at which it was opened, quote currency per coin; positive
/// @param contract linear or inverse
/// @param quantity coins of a linear contract, US dollars of an inverse one; positive
/// @param margin isolated or cross
public record Position(Side side, double entryPrice, ContractType contract, double quantity, Margin margin) {

    public Position {
        if (!(entryPrice > 0) || Double.isInfinite(entryPrice)) {
            throw new IllegalArgumentException("entryPrice must be positive and finite");
        }
        if (!(quantity > 0) || Double.isInfinite(quantity)) {
            throw new IllegalArgumentException("quantity must be positive and finite");
        }
        double value = value(contract, quantity, entryPrice);
        if (!(value >= Double.MIN_NORMAL) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("quantity does not give a representable value at entryPrice");
        }
    }

    /// An isolated position with just the margin its leverage demands: value at entry ÷ leverage.
    ///
    /// @param leverage nominal leverage, at least 1
    public static Position withLeverage(
            Side side, double entryPrice, ContractType contract, double quantity, double leverage) {
        if (!(leverage >= 1) || Double.isInfinite(leverage)) {
            throw new IllegalArgumentException("leverage must be finite and at least 1");
        }
        double margin = value(contract, quantity, entryPrice) / leverage;
        return new Position(side, entryPrice, contract, quantity, new Margin.Isolated(margin));
    }

    /// What the position is worth at `price`, in settlement currency.
    ///
    /// @param price positive
    public double valueAt(double price) {
        return value(contract, quantity, price);
    }

    /// What is left of the margin at `price`, in settlement currency; negative beyond the bankruptcy price.
    ///
    /// @param price positive
    public double equityAt(double price) {
        return equityAtValue(valueAt(price));
    }

    double entryValue() {
        return valueAt(entryPrice);
    }

    double equityAtValue(double value) {
        return margin.available() + direction() * (value - entryValue());
    }

    /// The value at which equity just pays the fee for closing; not positive where there is none.
    ///
    /// @param closingFeeRate fraction of the value at closing
    double bankruptcyValue(double closingFeeRate) {
        return (margin.available() - direction() * entryValue()) / (closingFeeRate - direction());
    }

    /// The price at which the position is worth `value`.
    double priceAt(double value) {
        return switch (contract) {
            case LINEAR -> value / quantity;
            case INVERSE -> quantity / value;
        };
    }

    /// +1 where equity falls with the value (linear long, inverse short), −1 where it falls as the value rises.
    int direction() {
        return switch (contract) {
            case LINEAR -> side.sign();
            case INVERSE -> -side.sign();
        };
    }

    private static double value(ContractType contract, double quantity, double price) {
        return switch (contract) {
            case LINEAR -> quantity * price;
            case INVERSE -> quantity / price;
        };
    }
}
