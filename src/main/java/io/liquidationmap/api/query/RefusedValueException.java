package io.liquidationmap.api.query;

/// A text that is not a value of its type. The message continues a sentence that begins with the parameter's name
/// ("is not a number") and never repeats the text.
public final class RefusedValueException extends Exception {

    private static final long serialVersionUID = 1L;

    public RefusedValueException(String message) {
        super(message);
    }
}
