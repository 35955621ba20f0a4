package io.liquidationmap.api.stream;

import io.liquidationmap.api.liquidations.LiveImbalance;
import io.liquidationmap.api.liquidations.LiveMap;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.api.stream.StreamRequest.Topic;
import io.liquidationmap.api.stream.Tape.News;
import io.liquidationmap.maps.Coverage;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.market.InstrumentId;
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
    private Position position = Position.START;
    private Set<InstrumentId> instruments = Set.of();

    /// @param pens how many channels may be drawn at the same time, one permit each
    Channel(Topic topic, LiquidationMaps maps, Imbalances imbalances, JsonWriter json, Semaphore pens) {
        this.topic = topic;
        this.maps = maps;
        this.imbalances = imbalances;
        this.json = json;
        this.pens = pens;
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
            publish(List.of(Frame.of(draft.kind(), position, data)));
        }
    }

    private synchronized @Nullable Draft known(EventKind kind) {
        return drafts.get(kind);
    }

    /// Tells the clients of those that concern them.
    synchronized void tell(News news) {
        publish(frames(position, news));
        position = position.after(news.reached());
    }

    /// What somebody at `before` is told of the news.
    private List<Frame> frames(Position before, News news) {
        List<Heard> concern = news.heard().stream()
                .filter(heard -> instruments.contains(heard.instrument()))
                .toList();
        List<Frame> frames = new ArrayList<>();
        if (news.gap() != null) {
            // Whoever has read this much is told the rest, and the gap no more.
            long gone = concern.isEmpty() ? news.reached() : concern.getFirst().number() - 1;
            frames.add(Frame.gap(before.after(gone), json.write(news.gap())));
        }
        for (Heard heard : concern) {
            frames.add(Frame.of(EventKind.LIQUIDATION, before.after(heard.number()), heard.data()));
        }
        return frames;
    }

    private void publish(List<Frame> frames) {
        frames.forEach(memory::add);
        offer(frames);
    }

    /// Sends every client a frame that means nothing; to a client that has gone, it fails.
    synchronized void beat() {
        offer(List.of(Frame.HEARTBEAT));
    }

    private void offer(List<Frame> together) {
        if (!together.isEmpty()) {
            clients.removeIf(client -> !client.offer(together));
        }
    }

    /// Whether the clients have been told of news at least once.
    synchronized boolean isHearing() {
        return position.number() != null;
    }

    /// Takes a client in whom it is remembered what to tell.
    ///
    /// @param last what it was told last
    /// @return false if not everything since then is remembered: then nothing has been done
    synchronized boolean rejoin(EventStream client, Position last) {
        List<Frame> since = last.equals(position) ? List.of() : memory.after(last.toString());
        if (since == null) {
            return false;
        }
        client.begin(since);
        return clients.add(client);
    }

    /// Takes a client in, and tells it the present state.
    ///
    /// @param last what it was told last
    /// @param missed the liquidations since; null for none
    synchronized void join(EventStream client, Position last, @Nullable News missed) {
        client.begin(present(last, missed));
        clients.add(client);
    }

    /// The present state as far as a client at `last` does not know it, then what it missed.
    private List<Frame> present(Position last, @Nullable News missed) {
        List<Frame> frames = new ArrayList<>();
        Position reached = last.number() == null ? last.after(position.number()) : last;
        for (Draft draft : drafts.values()) {
            if (!reached.knows(draft.kind(), draft.digest())) {
                reached = reached.after(draft.kind(), draft.digest());
                frames.add(Frame.of(draft.kind(), reached, draft.whole()));
            }
        }
        if (missed != null) {
            frames.addAll(frames(reached, missed));
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
