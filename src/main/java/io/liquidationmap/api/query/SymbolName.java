package io.liquidationmap.api.query;

import java.util.regex.Pattern;

/// A base asset or a venue's own symbol, in any case.
public record SymbolName() implements ValueType<String> {

    private static final String FORM = "[\\p{L}0-9][\\p{L}0-9._/:-]{0,63}";
    private static final Pattern PATTERN = Pattern.compile(FORM);

    @Override
    public String parse(String text) throws RefusedValueException {
        if (!PATTERN.matcher(text).matches()) {
            throw new RefusedValueException("is not a symbol");
        }
        return text;
    }

    @Override
    public String pattern() {
        return FORM;
    }

    @Override
    public String allowed() {
        return "1 to 64 letters, digits, '.', '_', '/', ':' or '-', beginning with a letter or digit: a symbol or"
                + " instrument listed at /api/symbols";
    }
}
