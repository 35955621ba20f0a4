package io.liquidationmap.api.query;

/// A query string that is not one: broken percent-encoding, for instance.
public final class MalformedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedQueryException(Throwable cause) {
        super("the query string is malformed", cause);
    }
}
