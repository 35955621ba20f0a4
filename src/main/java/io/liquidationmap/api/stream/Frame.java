package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.Choice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An event as it goes over the wire. Immutable, and its data is shared by all who are sent it.
final class Frame {

    private static final byte[] END = ascii("\n\n");

    /// A comment, which tells nobody anything but that the connection still stands.
    static final Frame HEARTBEAT = new Frame("", ":", new byte[0]);

    private final String id;
    private final byte[] head;
    private final byte[] data;

    private Frame(String id, String head, byte[] data) {
        this.id = id;
        this.head = ascii(head);
        this.data = data;
    }

    /// @param after where a client is that has read it
    /// @param data one line of JSON
    static Frame of(EventKind kind, Position after, byte[] data) {
        String id = after.toString();
        return new Frame(id, "id: " + id + "\nevent: " + Choice.nameOf(kind) + "\ndata: ", data);
    }

    /// Tells the client when to come back after it lost the connection.
    static Frame retry(long millis) {
        return new Frame("", "retry: " + millis, new byte[0]);
    }

    String id() {
        return id;
    }

    /// Whether it tells something.
    boolean isEvent() {
        return !id.isEmpty();
    }

    int size() {
        return head.length + data.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        out.write(data);
        out.write(END);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
