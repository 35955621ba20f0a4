package io.liquidationmap.ingestion.binance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A key of any account.
record ApiKey(String key, String secret) {

    private static final String ALGORITHM = "HmacSHA256";

    /// A key that is configured; null if none is.
    ///
    /// @throws IllegalArgumentException if one part is missing
    static @Nullable ApiKey of(@Nullable String key, @Nullable String secret) {
        if (key == null && secret == null) {
            return null;
        }
        if (key == null || secret == null) {
            throw new IllegalArgumentException("api-key and api-secret must be given together or not at all");
        }
        return new ApiKey(key, secret);
    }

    /// Signs a query string, in hexadecimal.
    String signature(String query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "ApiKey[" + key + "]";
    }
}
