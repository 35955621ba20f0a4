package io.liquidationmap.alerts;

/// An alert that cannot be had.
public abstract sealed class AlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlertException(String message) {
        super(message);
    }

    /// Nothing can be sent where it was to go. The message continues a sentence that begins with the address's name.
    public static final class UnusableUrl extends AlertException {
        private static final long serialVersionUID = 1L;

        UnusableUrl(String message) {
            super(message);
        }
    }

    /// The owner has as many as one may have.
    public static final class TooMany extends AlertException {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super("A key may have at most " + most + " alerts; delete one first.");
        }
    }
}
