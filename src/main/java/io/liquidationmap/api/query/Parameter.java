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
/// @param fallback the value when nothing usable is given: that of the default, or of the example as a stand-in
/// @param <T> the value it becomes
public record Parameter<T>(
        String name,
        ValueType<T> type,
        boolean required,
        @Nullable String defaultText,
        String example,
        String description,
        T fallback) {

    /// A parameter without which there is no question.
    public static <T> Parameter<T> required(String name, ValueType<T> type, String example, String description) {
        return new Parameter<>(name, type, true, null, example, description, value(name, type, example));
    }

    /// A parameter that may be absent.
    public static <T> Parameter<T> optional(String name, ValueType<T> type, String example, String description) {
        return new Parameter<>(name, type, false, null, example, description, value(name, type, example));
    }

    /// A parameter that has a value even when it is absent.
    public static <T> Parameter<T> defaulting(
            String name, ValueType<T> type, String defaultText, String example, String description) {
        return new Parameter<>(name, type, false, defaultText, example, description, value(name, type, defaultText));
    }

    private static <T> T value(String name, ValueType<T> type, String text) {
        try {
            return type.parse(text);
        } catch (RefusedValueException e) {
            throw new IllegalArgumentException("the default or example of " + name + " " + e.getMessage(), e);
        }
    }
}
