package io.liquidationmap.history.jdbc;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Rows in PostgreSQL's binary COPY format, which spares both sides from turning numbers into text and back: most of
/// what bulk loading costs otherwise. See "Binary Format" on the manual's page on COPY.
final class BinaryCopy implements Closeable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final DataOutputStream out;

    /// Begins the data; the stream should be buffered, and is closed with this.
    BinaryCopy(OutputStream stream) throws IOException {
        out = new DataOutputStream(stream);
        out.write(SIGNATURE);
        out.writeInt(0); // no flags
        out.writeInt(0); // no header extension
    }

    /// Begins a row of so many columns.
    BinaryCopy row(int columns) throws IOException {
        out.writeShort(columns);
        return this;
    }

    /// A `bigint`.
    BinaryCopy integer(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    /// A `timestamptz`.
    BinaryCopy time(Instant value) throws IOException {
        return integer(EPOCH.until(value, ChronoUnit.MICROS));
    }

    /// A `boolean`.
    BinaryCopy truth(boolean value) throws IOException {
        out.writeInt(1);
        out.writeBoolean(value);
        return this;
    }

    /// A `double precision`, or null.
    BinaryCopy number(@Nullable Double value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(Double.BYTES);
            out.writeDouble(value);
        }
        return this;
    }

    /// Ends the data.
    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
