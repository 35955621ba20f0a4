package io.liquidationmap.api.query;

import java.util.LinkedHashSet;
import java.util.Set;

/// Several values of one type with commas between, each at most once.
///
/// @param element the type of each
/// @param most how many there may be
/// @param <T> the type of each
public record CommaList<T>(ValueType<T> element, int most) implements ValueType<Set<T>> {

    @Override
    public Set<T> parse(String text) throws RefusedValueException {
        String[] parts = text.split(",", -1);
        if (parts.length > most) {
            throw new RefusedValueException("has too many entries");
        }
        Set<T> values = new LinkedHashSet<>();
        for (String part : parts) {
            if (part.isBlank()) {
                throw new RefusedValueException("has an empty entry");
            }
            if (!values.add(parseEntry(part))) {
                throw new RefusedValueException("has the same entry twice");
            }
        }
        return values;
    }

    @Override
    public String allowed() {
        return "a comma-separated list of at most " + most + ", each " + element.allowed();
    }

    @Override
    public ValueType<T> each() {
        return element;
    }

    @Override
    public String pattern() {
        String each = element.pattern() == null ? String.join("|", element.choices()) : element.pattern();
        return "(" + each + ")(,(" + each + ")){0," + (most - 1) + "}";
    }

    private T parseEntry(String part) throws RefusedValueException {
        try {
            return element.parse(part);
        } catch (RefusedValueException e) {
            throw new RefusedValueException("has an entry that " + e.getMessage());
        }
    }
}
