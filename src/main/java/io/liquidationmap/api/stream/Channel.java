package io.liquidationmap.api.stream;

import io.liquidationmap.api.liquidations.LiveImbalance;
import io.liquidationmap.api.liquidations.LiveMap;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.api.stream.StreamRequest.Topic;
import io.liquidationmap.maps.Coverage;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A topic and those who follow it. What changes is drawn and written once, and then offered to every client.
final class Channel {

    private final Topic topic;
    private final LiquidationMaps maps;
    private final Imbalances imbalances;
    private final JsonWriter json;

    private final Semaphore pens;
    private final Lock drawing = new ReentrantLock();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private @Nullable String drawnFrom;

    // Guarded by this.
    private final Map<EventKind, Draft> drafts = new EnumMap<>(EventKind.class);
    private final Memory memory = new Memory();
    private final Set<EventStream> clients = new HashSet<>();
    private Position position;
    private Set<InstrumentId> instruments = Set.of();

    /// @param pens how many channels may be drawn at the same time, one permit each
    /// @param opened from when on liquidations are told
    Channel(Topic topic, LiquidationMaps maps, Imbalances imbalances, JsonWriter json, Semaphore pens, Instant opened) {
        this.topic = topic;
        this.maps = maps;
        this.imbalances = imbalances;
        this.json = json;
        this.pens = pens;
        this.position = follows(EventKind.LIQUIDATION)
                ? Position.START.after(new Mark(opened.toEpochMilli(), Mark.NOTHING))
                : Position.START;
    }

    /// Has something to show, if not yet everything: an imbalance with two years of history would keep the first
    /// client waiting.
    void prepare() {
        if (isPrepared()) {
            return;
        }
        drawing.lock();
        try {
            if (!isPrepared()) {
                draw(maps.open(topic.question().market()));
            }
        } finally {
            drawing.unlock();
        }
    }

    private boolean isPrepared() {
        return !instruments().isEmpty();
    }

    /// Tells the clients what has changed. Whoever comes while somebody waits for the same leaves it to them.
    void refresh() {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        drawing.lock();
        pens.acquireUninterruptibly();
        try {
            waiting.set(false);
            drawAnew(maps.open(topic.question().market()));
        } finally {
            pens.release();
            drawing.unlock();
        }
    }

    private void drawAnew(MarketSnapshot snapshot) {
        if (!snapshot.market().inputHash().equals(drawnFrom)) {
            draw(snapshot);
            drawImbalance();
            drawnFrom = snapshot.market().inputHash();
        }
    }

    private void draw(MarketSnapshot snapshot) {
        if (follows(EventKind.PRICE)) {
            tell(Draft.of(EventKind.PRICE, PriceEvent.of(snapshot), json));
        }
        if (follows(EventKind.MAP)) {
            tell(Draft.of(LiveMap.of(snapshot, topic.question()), json));
        }
        follow(snapshot);
    }

    private void drawImbalance() {
        if (follows(EventKind.IMBALANCE)) {
            ImbalanceReading reading = imbalances.open(topic.question().market());
            tell(Draft.of(EventKind.IMBALANCE, LiveImbalance.of(reading, topic.question()), json));
        }
    }

    private synchronized void follow(MarketSnapshot snapshot) {
        instruments =
                snapshot.market().coverage().stream().map(Coverage::instrument).collect(Collectors.toUnmodifiableSet());
    }

    private void tell(Draft draft) {
        Draft before = known(draft.kind());
        if (before != null && before.digest().equals(draft.digest())) {
            return;
        }
        byte[] data = draft.since(before, json);
        synchronized (this) {
            drafts.put(draft.kind(), draft);
            position = position.after(draft.kind(), draft.digest());
            publish(Frame.of(draft.kind(), position, data));
        }
    }

    private synchronized @Nullable Draft known(EventKind kind) {
        return drafts.get(kind);
    }

    /// Tells the clients of those that concern them.
    synchronized void tell(List<Heard> liquidations) {
        for (Heard heard : liquidations) {
            if (instruments.contains(heard.instrument())) {
                position = position.after(heard.mark());
                publish(Frame.of(EventKind.LIQUIDATION, position, heard.data()));
            }
        }
    }

    private void publish(Frame frame) {
        memory.add(frame);
        offer(frame);
    }

    /// Sends every client a frame that means nothing; to a client that has gone, it fails.
    synchronized void beat() {
        offer(Frame.HEARTBEAT);
    }

    private void offer(Frame frame) {
        clients.removeIf(client -> !client.offer(frame));
    }

    /// Whether everything a client has missed that was told `last` is remembered.
    synchronized boolean remembers(Position last) {
        return last.equals(position) || memory.after(last.toString()) != null;
    }

    /// Takes a client in, and tells it all it has missed.
    ///
    /// @param last what it was told last; null if nothing
    /// @param missed the liquidations since, for a client that is not [remembered][#remembers]
    synchronized void join(EventStream client, @Nullable Position last, List<Heard> missed) {
        List<Frame> remembered = last == null ? null : memory.after(last.toString());
        client.begin(remembered == null ? present(last == null ? Position.START : last, missed) : remembered);
        clients.add(client);
    }

    /// The present state as far as a client at `last` does not know it, then what it missed.
    private List<Frame> present(Position last, List<Heard> missed) {
        List<Frame> frames = new ArrayList<>();
        Position reached = last.mark() == null ? last.after(position.mark()) : last;
        for (Draft draft : drafts.values()) {
            if (!reached.knows(draft.kind(), draft.digest())) {
                reached = reached.after(draft.kind(), draft.digest());
                frames.add(Frame.of(draft.kind(), reached, draft.whole()));
            }
        }
        for (Heard heard : missed) {
            reached = reached.after(heard.mark());
            frames.add(Frame.of(EventKind.LIQUIDATION, reached, heard.data()));
        }
        return frames;
    }

    synchronized void leave(EventStream client) {
        clients.remove(client);
    }

    /// Lets all clients go.
    synchronized void end() {
        clients.forEach(EventStream::end);
        clients.clear();
    }

    final boolean follows(EventKind kind) {
        return topic.events().contains(kind);
    }

    synchronized Set<InstrumentId> instruments() {
        return instruments;
    }
}
