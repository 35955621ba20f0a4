package io.liquidationmap.api.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name for bytes: the same on every instance, and never that of others by chance.
final class Digest {

    private static final int BYTES = 6;

    /// Characters of a digest, all of them lower-case hexadecimal.
    static final int LENGTH = 2 * BYTES;

    private Digest() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
