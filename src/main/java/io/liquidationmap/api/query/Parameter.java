package io.liquidationmap.api.query;

import org.jspecify.annotations.Nullable;

/// One query parameter: all that reading it, refusing it and documenting it need, in one place.
///
/// @param name as written in the query string
/// @param type what its text stands for
/// @param required whether it must be given
/// @param defaultText the text that holds when it is not given; null if there is none
/// @param example a text that is accepted
/// @param description what it decides, for the documentation
/// @param <T> the value it becomes
public record Parameter<T>(
        String name,
        ValueType<T> type,
        boolean required,
        @Nullable String defaultText,
        String example,
        String description) {

    /// A parameter without which there is no question.
    public static <T> Parameter<T> required(String name, ValueType<T> type, String example, String description) {
        return new Parameter<>(name, type, true, null, example, description);
    }

    /// A parameter that may be absent.
    public static <T> Parameter<T> optional(String name, ValueType<T> type, String example, String description) {
        return new Parameter<>(name, type, false, null, example, description);
    }

    /// A parameter that has a value even when it is absent.
    public static <T> Parameter<T> defaulting(
            String name, ValueType<T> type, String defaultText, String example, String description) {
        return new Parameter<>(name, type, false, defaultText, example, description);
    }

    /// The value when nothing usable is given: the default, or the example in the place of a value that is missing.
    T fallback() {
        String text = defaultText == null ? example : defaultText;
        try {
            return type.parse(text);
        } catch (RefusedValueException e) {
            throw new IllegalStateException("the default or example of " + name + " " + e.getMessage(), e);
        }
    }
}
