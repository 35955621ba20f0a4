package io.liquidationmap.ingestion.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes pass, for a progress bar.
final class CountedInputStream extends FilterInputStream {

    private final LongConsumer bytesRead;

    CountedInputStream(InputStream in, LongConsumer bytesRead) {
        super(in);
        this.bytesRead = bytesRead;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int bytes) {
        if (bytes > 0) {
            bytesRead.accept(bytes);
        }
    }
}
