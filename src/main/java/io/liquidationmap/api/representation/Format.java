package io.liquidationmap.api.representation;

import org.springframework.http.MediaType;

/// The ways in which an answer may be written.
public enum Format {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8;header=present");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /// The content type of such an answer.
    String contentType() {
        return contentType;
    }

    /// The same, to compare with what a client accepts.
    MediaType mediaType() {
        return MediaType.valueOf(contentType);
    }
}
