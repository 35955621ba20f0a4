package io.liquidationmap.api.query;

import io.liquidationmap.market.Interval;

/// Into what a stretch of time is cut.
public record StepLength() implements ValueType<Interval> {

    @Override
    public Interval parse(String text) throws RefusedValueException {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedValueException("is not a length that divides a day");
        }
    }

    @Override
    public String pattern() {
        return "[1-9][0-9]{0,3}[mhdMHD]";
    }

    @Override
    public String allowed() {
        return Interval.ALLOWED;
    }
}
