package io.liquidationmap.api.representation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An answer as bytes, plain and compressed. Each variant has an ETag of its own, as a strong one demands; it is a
/// digest of the plain bytes, so that it can never vouch for other bytes than those it was made from, not even across
/// releases of the service. Safe for use by several threads.
public final class Representation {

    private static final int ETAG_BYTES = 16;
    private static final String GZIP = "gzip";

    /// JSON and CSV shrink to less than a quarter.
    private static final int USUAL_COMPRESSION = 4;

    /// What gzip makes no smaller.
    private static final Set<String> COMPRESSED_ALREADY = Set.of("image/png");

    private final String contentType;
    private final Variant plain;
    private final Variant gzip;

    private Representation(String contentType, Variant plain, Variant gzip) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = gzip;
    }

    static Representation of(String contentType, byte[] bytes) {
        String digest = HexFormat.of().formatHex(sha256(bytes), 0, ETAG_BYTES);
        Variant plain = Variant.plain(bytes, '"' + digest + '"');
        Variant gzip =
                COMPRESSED_ALREADY.contains(contentType) ? plain : Variant.compressed(bytes, '"' + digest + "-gzip\"");
        return new Representation(contentType, plain, gzip);
    }

    String contentType() {
        return contentType;
    }

    Variant plain() {
        return plain;
    }

    /// What to send to those who can read gzip.
    Variant gzip() {
        return gzip;
    }

    /// Memory taken, for the bound of the cache; what is not compressed yet is counted as if it were.
    int size() {
        int bytes = plain.bytes().length;
        return plain == gzip ? bytes : bytes + bytes / USUAL_COMPRESSION;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// One coding of the content. The bytes are shared and never written to.
    static final class Variant {
        private final byte[] plain;
        private final String etag;
        private final @Nullable String coding;
        private volatile byte @Nullable [] bytes;

        private Variant(byte[] plain, String etag, @Nullable String coding, byte @Nullable [] bytes) {
            this.plain = plain;
            this.etag = etag;
            this.coding = coding;
            this.bytes = bytes;
        }

        private static Variant plain(byte[] bytes, String etag) {
            return new Variant(bytes, etag, null, bytes);
        }

        private static Variant compressed(byte[] plain, String etag) {
            return new Variant(plain, etag, GZIP, null);
        }

        /// Compressed when they are first wanted: many clients do not, or only ask whether anything has changed.
        byte[] bytes() {
            byte[] known = bytes;
            return known == null ? compress() : known;
        }

        private synchronized byte[] compress() {
            byte[] known = bytes;
            if (known == null) {
                known = Gzip.compress(plain);
                bytes = known;
            }
            return known;
        }

        String etag() {
            return etag;
        }

        /// Its `Content-Encoding`; null if it has none.
        @Nullable String coding() {
            return coding;
        }
    }
}
