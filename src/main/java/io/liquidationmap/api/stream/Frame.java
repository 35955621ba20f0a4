package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.Choice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An event as it goes over the wire. Immutable, and its bytes are shared by all who are sent it.
final class Frame {

    /// A comment, which tells nobody anything but that the connection still stands.
    static final Frame HEARTBEAT = of("", ":", new byte[0]);

    private static final String END = "\n\n";

    private final String id;
    private final byte[] bytes;

    private Frame(String id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    private static Frame of(String id, String head, byte[] data) {
        ByteBuffer bytes = ByteBuffer.allocate(head.length() + data.length + END.length());
        bytes.put(ascii(head)).put(data).put(ascii(END));
        return new Frame(id, bytes.array());
    }

    /// @param after where a client is that has read it
    /// @param data one line of JSON
    static Frame of(EventKind kind, Position after, byte[] data) {
        return of(Choice.nameOf(kind), after, data);
    }

    /// Tells that something is not told.
    ///
    /// @param after where a client is that has read it
    /// @param data one line of JSON
    static Frame gap(Position after, byte[] data) {
        return of("gap", after, data);
    }

    private static Frame of(String event, Position after, byte[] data) {
        String id = after.toString();
        return of(id, "id: " + id + "\nevent: " + event + "\ndata: ", data);
    }

    /// Tells the client when to come back after it lost the connection.
    static Frame retry(long millis) {
        return of("", "retry: " + millis, new byte[0]);
    }

    String id() {
        return id;
    }

    /// Whether it tells something.
    boolean isEvent() {
        return !id.isEmpty();
    }

    int size() {
        return bytes.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
