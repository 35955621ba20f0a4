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

    @Override
    public String allowed() {
        return Range.ALLOWED;
    }
}
