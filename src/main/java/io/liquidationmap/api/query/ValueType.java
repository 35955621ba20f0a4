package io.liquidationmap.api.query;

import java.util.List;

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

    /// Every value that may be written; empty where there are too many to list.
    default List<String> choices() {
        return List.of();
    }
}
