package io.liquidationmap.api.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the text of a parameter stands for.
///
/// @param <T> the value it becomes
public interface ValueType<T> {

    /// The value of `text`, which is not blank.
    ///
    /// @throws RefusedValueException if it is none
    T parse(String text) throws RefusedValueException;

    /// What may be written, for the message to those who wrote something else.
    String allowed();

    /// The JSON Schema type of one value: `string`, `number` or `integer`.
    default String schemaType() {
        return "string";
    }

    /// What each of several values is; null for what is one.
    default @Nullable ValueType<?> each() {
        return null;
    }

    /// What every accepted text matches from end to end, as JSON Schema writes it (ECMA-262); null where choices or
    /// bounds say it all.
    default @Nullable String pattern() {
        return null;
    }

    /// Between what a number must lie; null for what is no number.
    default @Nullable Bounds bounds() {
        return null;
    }

    /// Every value that may be written; empty where there are too many to list.
    default List<String> choices() {
        return List.of();
    }

    /// Between what a number must lie.
    ///
    /// @param lowestAllowed whether the lower bound itself is allowed; the upper one always is
    record Bounds(BigDecimal lowest, boolean lowestAllowed, BigDecimal highest) {}
}
