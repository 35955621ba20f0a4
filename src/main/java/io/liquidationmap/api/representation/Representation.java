package io.liquidationmap.api.representation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// An answer as bytes, plain and compressed. Each variant has an ETag of its own, as a strong one demands; it is a
/// digest of the plain bytes, so that it can never vouch for other bytes than those it was made from, not even across
/// releases of the service. Immutable.
public final class Representation {

    private static final int ETAG_BYTES = 16;
    private static final String GZIP = "gzip";

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
        Variant plain = new Variant(bytes, '"' + digest + '"', null);
        Variant gzip = COMPRESSED_ALREADY.contains(contentType)
                ? plain
                : new Variant(compressed(bytes), '"' + digest + "-gzip\"", GZIP);
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

    /// Memory taken, for the bound of the cache.
    int size() {
        return plain == gzip ? plain.bytes.length : plain.bytes.length + gzip.bytes.length;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    /// One coding of the content. Immutable: the bytes are shared and never written to.
    static final class Variant {
        private final byte[] bytes;
        private final String etag;
        private final @Nullable String coding;

        private Variant(byte[] bytes, String etag, @Nullable String coding) {
            this.bytes = bytes;
            this.etag = etag;
            this.coding = coding;
        }

        byte[] bytes() {
            return bytes;
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
