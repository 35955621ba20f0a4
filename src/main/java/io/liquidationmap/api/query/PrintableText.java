package io.liquidationmap.api.query;

import java.util.regex.Pattern;

/// Printable ASCII characters without blanks.
///
/// @param shortest how many at least
/// @param longest how many at most
public record PrintableText(int shortest, int longest) implements ValueType<String> {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]+");

    @Override
    public String parse(String text) throws RefusedValueException {
        if (text.length() < shortest) {
            throw new RefusedValueException("is too short");
        }
        if (text.length() > longest) {
            throw new RefusedValueException("is too long");
        }
        if (!FORM.matcher(text).matches()) {
            throw new RefusedValueException("has characters that are not printable ASCII, or blanks");
        }
        return text;
    }

    @Override
    public String pattern() {
        return "[!-~]{" + shortest + "," + longest + "}";
    }

    @Override
    public String allowed() {
        return shortest + " to " + longest + " printable ASCII characters without blanks";
    }
}
