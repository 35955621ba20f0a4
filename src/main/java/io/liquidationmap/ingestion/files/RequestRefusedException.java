package io.liquidationmap.ingestion.files;

/// The command's options do not fit what is known about the instrument. The message says what to give instead.
class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestRefusedException(String message) {
        super(message);
    }
}
