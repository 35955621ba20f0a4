package io.liquidationmap.api.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One of the constants of an enumeration, by its name in lower case, with hyphens between words.
///
/// @param constants those that may be chosen
/// @param <E> the enumeration
public record Choice<E extends Enum<E>>(List<E> constants) implements ValueType<E> {

    public Choice {
        constants = List.copyOf(constants);
    }

    /// Any constant of the enumeration.
    public static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        return new Choice<>(Arrays.asList(type.getEnumConstants()));
    }

    /// What a constant is called in queries and answers.
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E parse(String text) throws RefusedValueException {
        for (E constant : constants) {
            if (nameOf(constant).equals(text)) {
                return constant;
            }
        }
        throw new RefusedValueException("is not one of the choices");
    }

    @Override
    public String allowed() {
        return "one of " + String.join(", ", choices());
    }

    @Override
    public List<String> choices() {
        return constants.stream().map(Choice::nameOf).toList();
    }
}
