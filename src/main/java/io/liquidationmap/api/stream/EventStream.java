package io.liquidationmap.api.stream;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The open stream of one client: what waits to be sent to it. Whoever offers never waits; a client that lets too much
/// pile up is given up, and comes back for what it missed.
public final class EventStream {

    private static final Frame END = Frame.retry(0);

    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();
    private final int backlog;
    private final StreamMeters meters;
    private final Consumer<EventStream> closing;
    private boolean over;
    private boolean closed;

    /// @param backlog how much may wait
    /// @param closing is told when nobody reads any more
    EventStream(int backlog, StreamMeters meters, Consumer<EventStream> closing) {
        this.backlog = backlog;
        this.meters = meters;
        this.closing = closing;
    }

    /// What a client is told to begin with, however much that is.
    synchronized void begin(List<Frame> frames) {
        waiting.addAll(frames);
    }

    /// Adds a frame to what waits.
    ///
    /// @return false if the client is to be given up: what waited is thrown away, and the stream ends
    synchronized boolean offer(Frame frame) {
        if (over) {
            return false;
        }
        if (waiting.size() < backlog) {
            return waiting.add(frame);
        }
        meters.dropped();
        end();
        return false;
    }

    /// Lets the client go.
    synchronized void end() {
        if (!over) {
            over = true;
            waiting.clear();
            waiting.add(END);
        }
    }

    /// Waits for the next frame.
    ///
    /// @return null when the stream is over
    @Nullable Frame next() throws InterruptedException {
        Frame frame = waiting.take();
        if (frame.isEvent()) {
            meters.sent();
        }
        return frame == END ? null : frame;
    }

    /// Whether nothing waits.
    boolean isDrained() {
        return waiting.isEmpty();
    }

    /// Nobody reads any more.
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            end();
        }
        closing.accept(this);
    }
}
