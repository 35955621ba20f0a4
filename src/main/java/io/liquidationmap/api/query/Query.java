package io.liquidationmap.api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One query string while it is being read. Mistakes are collected, so that a client learns all of them at once:
/// until [#verify()] has passed, the values returned may be stand-ins for refused ones and must not be acted upon.
/// For one thread.
public final class Query {

    /// Answering a thousand unknown names one by one would make a long answer to a short question.
    private static final int MOST_UNKNOWN_NAMES_REPORTED = 10;

    private static final int LONGEST_NAME_REPEATED = 40;

    private final Map<String, String[]> given;
    private final @Nullable String accept;
    private final List<Parameter<?>> known = new ArrayList<>();
    private final List<ParameterError> errors = new ArrayList<>();

    /// @param given the decoded values by name
    /// @param accept the `Accept` header, if there is one
    Query(Map<String, String[]> given, @Nullable String accept) {
        this.given = given;
        this.accept = accept;
    }

    /// The value of a parameter that is required or has a default.
    public <T> T get(Parameter<T> parameter) {
        T value = find(parameter);
        if (value != null) {
            return value;
        }
        if (parameter.required() && !isGiven(parameter)) {
            refuse(parameter, "is missing");
        }
        return parameter.fallback();
    }

    /// The value of a parameter if it is given and sound; null otherwise.
    public <T> @Nullable T find(Parameter<T> parameter) {
        known.add(parameter);
        String[] texts = given.get(parameter.name());
        if (texts == null) {
            return null;
        }
        if (texts.length != 1) {
            refuse(parameter, "is given more than once");
            return null;
        }
        if (texts[0].isBlank()) {
            refuse(parameter, "is blank");
            return null;
        }
        try {
            return parameter.type().parse(texts[0]);
        } catch (RefusedValueException e) {
            refuse(parameter, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /// Whether the parameter is in the query string, sound or not.
    public boolean isGiven(Parameter<?> parameter) {
        return given.containsKey(parameter.name());
    }

    /// Notes a mistake that is not one of form.
    ///
    /// @param message what is wrong, continuing a sentence that begins with the parameter's name
    public void refuse(Parameter<?> parameter, String message) {
        refuse(parameter, message, parameter.type().allowed());
    }

    /// Notes a mistake where less is allowed than the type of the parameter allows.
    public void refuse(Parameter<?> parameter, String message, String allowed) {
        errors.add(new ParameterError(parameter.name(), message, allowed));
    }

    /// The `Accept` header; null if there is none.
    public @Nullable String accept() {
        return accept;
    }

    /// The parameters asked for so far.
    List<Parameter<?>> known() {
        return List.copyOf(known);
    }

    /// Ends the reading.
    ///
    /// @throws RefusedParametersException if there was a mistake, or a name that nobody asked for
    void verify() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw new RefusedParametersException(errors);
        }
    }

    private void refuseUnknown() {
        int reported = 0;
        for (String name : given.keySet()) {
            if (!isKnown(name) && reported++ < MOST_UNKNOWN_NAMES_REPORTED) {
                errors.add(new ParameterError(printable(name), "is not a parameter of this endpoint", knownNames()));
            }
        }
    }

    private boolean isKnown(String name) {
        for (Parameter<?> parameter : known) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String knownNames() {
        return known.isEmpty() ? "none" : known.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    static String printable(String name) {
        String safe = name.replaceAll("[^\\p{Alnum}_.-]", "?");
        return safe.length() <= LONGEST_NAME_REPEATED ? safe : safe.substring(0, LONGEST_NAME_REPEATED) + "…";
    }
}
