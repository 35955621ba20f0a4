package io.liquidationmap.api.query;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A whole number between two bounds.
///
/// @param lowest the lower bound, itself allowed
/// @param highest the upper bound, itself allowed
public record WholeNumber(int lowest, int highest) implements ValueType<Integer> {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{1,18}");

    @Override
    public Integer parse(String text) throws RefusedValueException {
        if (!FORM.matcher(text).matches()) {
            throw new RefusedValueException("is not a whole number");
        }
        long value = Long.parseLong(text);
        if (value < lowest) {
            throw new RefusedValueException("is too small");
        }
        if (value > highest) {
            throw new RefusedValueException("is too large");
        }
        return Math.toIntExact(value);
    }

    @Override
    public String allowed() {
        return "a whole number from " + lowest + " to " + highest;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(BigDecimal.valueOf(lowest), true, BigDecimal.valueOf(highest));
    }

    @Override
    public String schemaType() {
        return "integer";
    }
}
