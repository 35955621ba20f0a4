package io.liquidationmap.api.query;

import io.liquidationmap.market.Venue;

/// A venue.
public record VenueName() implements ValueType<Venue> {

    @Override
    public Venue parse(String text) throws RefusedValueException {
        try {
            return new Venue(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedValueException("is not the name of a venue");
        }
    }

    @Override
    public String pattern() {
        return Venue.FORM;
    }

    @Override
    public String allowed() {
        return "a venue listed at /api/venues (" + Venue.ALLOWED + ")";
    }
}
