package io.liquidationmap.ingestion.files;

/// A file of which nothing can be used. The message says why, in words that follow the file's name.
public class FileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileRefusedException(String message) {
        super(message);
    }

    FileRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
