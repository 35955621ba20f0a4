package io.liquidationmap.api.access;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an `Authorization` header of the scheme `Bearer` carries (RFC 6750 § 2.1).
final class BearerToken {

    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /// @param authorization null where there is no such header
    static Optional<String> of(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip());
    }
}
