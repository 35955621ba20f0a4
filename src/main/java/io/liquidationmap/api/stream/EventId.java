package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.RefusedValueException;
import io.liquidationmap.api.query.ValueType;

/// The id of an event.
record EventId() implements ValueType<Position> {

    @Override
    public Position parse(String text) throws RefusedValueException {
        return Position.parse(text).orElseThrow(() -> new RefusedValueException("is not an event's id"));
    }

    @Override
    public String pattern() {
        return Position.form();
    }

    @Override
    public String allowed() {
        return "the id of an event of this stream";
    }
}
