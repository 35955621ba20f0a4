package io.liquidationmap.ingestion.http;

import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;

/// What venues count in the headers of their answers.
public final class HeaderNumber {

    private HeaderNumber() {}

    /// The value of a header; empty if there is none or it is not a whole number of at most fifteen digits.
    public static OptionalLong of(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        return value != null && value.matches("[0-9]{1,15}")
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }
}
