package io.liquidationmap.market;

import java.util.regex.Pattern;

/// An exchange, by its lower-case name (`binance`, `okx-swap`). Nothing in the service knows a venue by any other
/// property than this name: what is special about one lives in its own ingestion package.
///
/// @param name 1 to 32 characters: a lower-case letter, then lower-case letters, digits or hyphens
public record Venue(String name) implements Comparable<Venue> {

    /// What a venue may be called; shown to users when they send something else.
    public static final String ALLOWED = "1 to 32 characters: a-z first, then a-z, 0-9 or '-'";

    /// The same as a regular expression.
    public static final String FORM = "[a-z][a-z0-9-]{0,31}";

    private static final Pattern NAME = Pattern.compile(FORM);

    public Venue {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a venue name must be " + ALLOWED);
        }
    }

    /// By name, the order in which answers list venues.
    @Override
    public int compareTo(Venue other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
