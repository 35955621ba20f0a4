package io.liquidationmap.api.query;

/// A body that cannot be read at all.
public final class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message) {
        super(message);
    }
}
