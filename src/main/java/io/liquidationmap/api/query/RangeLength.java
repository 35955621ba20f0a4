package io.liquidationmap.api.query;

import io.liquidationmap.market.Range;

/// How far back.
public record RangeLength() implements ValueType<Range> {

    @Override
    public Range parse(String text) throws RefusedValueException {
        try {
            return Range.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedValueException("is not a range, or one too short or too long");
        }
    }

    /// Letters may be of either case.
    @Override
    public String pattern() {
        return "[1-9][0-9]{0,5}([hH]|[dD]|[wW]|[mM][oO]|[yY])";
    }

    @Override
    public String allowed() {
        return Range.ALLOWED;
    }
}
