package io.liquidationmap.api.representation;

import io.liquidationmap.api.query.RefusedValueException;
import io.liquidationmap.api.query.ValueType;
import java.util.List;

/// The name of one of an answer's tables.
///
/// @param choices those there are
record TableName(List<String> choices) implements ValueType<String> {

    TableName {
        choices = List.copyOf(choices);
    }

    @Override
    public String parse(String text) throws RefusedValueException {
        if (!choices.contains(text)) {
            throw new RefusedValueException("is not a table of this answer");
        }
        return text;
    }

    @Override
    public String allowed() {
        return "one of " + String.join(", ", choices);
    }
}
