package io.liquidationmap.api.access;

import io.liquidationmap.alerts.AlertOwners;
import io.liquidationmap.api.ApiProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The keys there are, known by their digests: reading the configuration gives nobody a key. A plain digest is enough
/// because keys are random; a password would need a slow one.
@Component
class ApiKeys implements AlertOwners {

    private final List<ApiProperties.Key> keys;

    ApiKeys(ApiProperties properties) {
        this.keys = properties.keys();
    }

    /// Whether there is no answer without one.
    boolean areNeeded() {
        return !keys.isEmpty();
    }

    /// Whose key this is. Every digest is compared in full, so that the time it takes tells nothing.
    Optional<Caller> callerWith(String key) {
        byte[] presented = sha256(key);
        Optional<Caller> caller = Optional.empty();
        for (ApiProperties.Key known : keys) {
            if (MessageDigest.isEqual(HexFormat.of().parseHex(known.sha256()), presented)) {
                caller = Optional.of(new Caller(known.name()));
            }
        }
        return caller;
    }

    @Override
    public boolean isKnown(String owner) {
        return keys.stream().anyMatch(key -> key.name().equals(owner));
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
