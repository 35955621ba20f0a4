package io.liquidationmap.api.query;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A decimal number between two bounds. Written as in JSON: no thousands separators, no `NaN`, no `Infinity`.
///
/// @param lowest the lower bound
/// @param lowestAllowed whether the lower bound itself is allowed
/// @param highest the upper bound, itself allowed
public record Decimal(double lowest, boolean lowestAllowed, double highest) implements ValueType<Double> {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?");

    /// From `lowest` to `highest`.
    public static Decimal between(double lowest, double highest) {
        return new Decimal(lowest, true, highest);
    }

    /// Above zero, to `highest`.
    public static Decimal positiveUpTo(double highest) {
        return new Decimal(0, false, highest);
    }

    @Override
    public Double parse(String text) throws RefusedValueException {
        if (!FORM.matcher(text).matches()) {
            throw new RefusedValueException("is not a decimal number");
        }
        double value = Double.parseDouble(text);
        if (value < lowest || (value <= lowest && !lowestAllowed)) {
            throw new RefusedValueException("is too small");
        }
        if (value > highest) {
            throw new RefusedValueException("is too large");
        }
        return value + 0.0;
    }

    @Override
    public String allowed() {
        return "a number " + (lowestAllowed ? "from " : "above ") + plain(lowest) + " to " + plain(highest);
    }

    @Override
    public String schemaType() {
        return "number";
    }

    @Override
    public Bounds bounds() {
        return new Bounds(exactly(lowest), lowestAllowed, exactly(highest));
    }

    private static String plain(double value) {
        return exactly(value).toPlainString();
    }

    private static BigDecimal exactly(double value) {
        return new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }
}
