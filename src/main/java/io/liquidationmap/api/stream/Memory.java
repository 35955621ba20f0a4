package io.liquidationmap.api.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last frames of a channel, for those who missed some. Guarded by whoever owns it.
final class Memory {

    private static final int MOST_BYTES = 256 * 1024;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private int bytes;

    void add(Frame frame) {
        frames.addLast(frame);
        bytes += frame.size();
        while (bytes > MOST_BYTES) {
            bytes -= frames.removeFirst().size();
        }
    }

    /// The frames after the one with that id, in their order; null if it is not remembered.
    @Nullable List<Frame> after(String id) {
        List<Frame> later = new ArrayList<>();
        for (Iterator<Frame> latest = frames.descendingIterator(); latest.hasNext(); ) {
            Frame frame = latest.next();
            if (frame.id().equals(id)) {
                return later.reversed();
            }
            later.add(frame);
        }
        return null;
    }
}
