package io.liquidationmap.api.stream;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The open stream of one client: what waits to be sent to it. Whoever offers never waits; a client that lets too much
/// pile up is given up, and comes back for what it missed.
///
/// What is offered together is taken whole or not at all, however much it is: a cascade is no reason to give up a client
/// that reads. So no more waits than [#MOST_FRAMES] and what was offered last, beside what is being sent.
public final class EventStream {

    /// Whoever lets so many wait is given up, in however few offers they came.
    static final int MOST_FRAMES = 2_000;

    private static final List<Frame> END = List.of();

    private final BlockingQueue<List<Frame>> waiting = new LinkedBlockingQueue<>();
    private final int backlog;
    private final StreamMeters meters;
    private final Consumer<EventStream> closing;
    private volatile boolean over;
    private boolean closed;

    /// Of whoever reads.
    private Iterator<Frame> taken = Collections.emptyIterator();

    /// @param backlog how many offers may wait
    /// @param closing is told when nobody reads any more
    EventStream(int backlog, StreamMeters meters, Consumer<EventStream> closing) {
        this.backlog = backlog;
        this.meters = meters;
        this.closing = closing;
    }

    /// What a client is told to begin with, however much that is; before anybody reads. It does not count as waiting.
    void begin(List<Frame> frames) {
        taken = frames.iterator();
    }

    /// Adds frames to what waits, all of them.
    ///
    /// @param frames at least one
    /// @return false if the client is to be given up: what waited is thrown away, and the stream ends
    synchronized boolean offer(List<Frame> frames) {
        if (over) {
            return false;
        }
        if (waiting.size() < backlog && framesWaiting() < MOST_FRAMES) {
            return waiting.add(frames);
        }
        meters.dropped();
        end();
        return false;
    }

    private int framesWaiting() {
        return waiting.stream().mapToInt(List::size).sum();
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
        if (!taken.hasNext()) {
            taken = waiting.take().iterator();
        }
        if (over || !taken.hasNext()) {
            return null;
        }
        Frame frame = taken.next();
        if (frame.isEvent()) {
            meters.sent();
        }
        return frame;
    }

    /// Whether nothing waits.
    boolean isDrained() {
        return !taken.hasNext() && waiting.isEmpty();
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
