package io.liquidationmap.api.query;

import java.net.URI;
import java.net.URISyntaxException;

/// A complete address of the web.
public record WebAddress() implements ValueType<URI> {

    private static final int LONGEST = 2_000;

    @Override
    public URI parse(String text) throws RefusedValueException {
        if (text.length() > LONGEST) {
            throw new RefusedValueException("is too long");
        }
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedValueException("is not an address");
        }
        if (!address.isAbsolute() || address.getHost() == null) {
            throw new RefusedValueException("is not a complete address");
        }
        return address;
    }

    @Override
    public String pattern() {
        return "[A-Za-z][A-Za-z0-9+.-]*://[!-~]{1," + LONGEST + "}";
    }

    @Override
    public String allowed() {
        return "a complete address (https://host/path) of at most " + LONGEST + " characters";
    }
}
