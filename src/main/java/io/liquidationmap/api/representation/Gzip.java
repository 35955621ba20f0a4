package io.liquidationmap.api.representation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Compresses answers: well, unless they are so large that whoever waits for them would rather have a little more.
final class Gzip {

    /// A heatmap of nine megabytes takes a fifth of a second at the usual level, a third of that at the lowest, and
    /// becomes a fifth larger.
    private static final int LARGE_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 14;

    private Gzip() {}

    static byte[] compress(byte[] bytes) {
        int level = bytes.length < LARGE_BYTES ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_SPEED;
        ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length / 4);
        try (OutputStream gzip = new Levelled(target, level)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    private static final class Levelled extends GZIPOutputStream {
        Levelled(OutputStream target, int level) throws IOException {
            super(target, BUFFER_BYTES);
            def.setLevel(level);
        }
    }
}
