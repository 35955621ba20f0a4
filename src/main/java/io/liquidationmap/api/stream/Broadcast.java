package io.liquidationmap.api.stream;

import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.stream.Tape.News;
import io.liquidationmap.maps.BusyException;
import io.liquidationmap.maps.QuestionException;
import io.liquidationmap.market.InstrumentId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes clients in, and tells them what is new in the store. All instances of the service see the same store, so each
/// tells its own clients everything, and none needs to know of the others.
@Component
class Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private final Channels channels;
    private final Tape tape;
    private final StreamMeters meters;
    private final ApiProperties.Stream properties;

    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("stream-", 0).factory());
    private volatile boolean failing;
    private volatile boolean over;

    Broadcast(Channels channels, Tape tape, StreamMeters meters, ApiProperties properties) {
        this.channels = channels;
        this.tape = tape;
        this.meters = meters;
        this.properties = properties.stream();
    }

    /// A stream that begins with what the client has missed, or with the present state.
    ///
    /// @throws io.liquidationmap.maps.QuestionException if there is nothing to tell
    EventStream open(StreamRequest request) {
        Channel channel = channels.enter(request.topic());
        EventStream client = new EventStream(properties.backlog(), meters, stream -> {
            channel.leave(stream);
            channels.leave(request.topic());
        });
        try {
            listen(channel);
            channel.prepare();
            join(channel, client, request.last());
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        threads.execute(() -> refresh(channel));
        return client;
    }

    /// Before anything is told, so that every event says how far its reader has come.
    private void listen(Channel channel) {
        if (channel.follows(EventKind.LIQUIDATION) && !channel.isHearing()) {
            hear();
        }
    }

    private void join(Channel channel, EventStream client, @Nullable Position last) {
        if (over) {
            client.end();
        } else if (last == null) {
            channel.join(client, Position.START, null);
        } else if (!channel.rejoin(client, last)) {
            joinAt(last, channel, client);
        }
    }

    private void joinAt(Position last, Channel channel, EventStream client) {
        Long told = last.number();
        if (told == null || !channel.follows(EventKind.LIQUIDATION)) {
            channel.join(client, last, null);
            return;
        }
        // What is stored by now is told to those who are there, and what comes later to this one too.
        synchronized (tape) {
            hear();
            channel.join(client, last, tape.after(told, channel.instruments()));
        }
    }

    /// Looks once for what is new.
    ///
    /// @return done when everything that was found has been told
    CompletableFuture<Void> look() {
        Stream<CompletableFuture<?>> refreshed =
                channels.all().stream().map(channel -> CompletableFuture.runAsync(() -> refresh(channel), threads));
        CompletableFuture<?> heard = CompletableFuture.runAsync(this::hear, threads);
        return CompletableFuture.allOf(
                        Stream.concat(refreshed, Stream.of(heard)).toArray(CompletableFuture[]::new))
                .whenComplete((_, failure) -> note(failure));
    }

    private void refresh(Channel channel) {
        try {
            channel.refresh();
        } catch (QuestionException | BusyException e) {
            LOG.debug("A channel is not drawn this time", e);
        }
    }

    /// The log hears once when it begins to fail and once when it is over.
    private void note(@Nullable Throwable failure) {
        if (failure != null && !failing) {
            LOG.warn("Looking for what is new failed and is tried again", failure);
        } else if (failure == null && failing) {
            LOG.info("What is new is found again");
        }
        failing = failure != null;
    }

    private void hear() {
        synchronized (tape) {
            List<Channel> listening = channels.all().stream()
                    .filter(channel -> channel.follows(EventKind.LIQUIDATION))
                    .toList();
            Set<InstrumentId> instruments = listening.stream()
                    .flatMap(channel -> channel.instruments().stream())
                    .collect(Collectors.toSet());
            News news = tape.news(instruments);
            listening.forEach(channel -> channel.tell(news));
        }
    }

    /// Sends every client a sign of life; it is how those that have gone are noticed.
    void beat() {
        channels.all().forEach(Channel::beat);
    }

    /// Takes clients in, as it does from the beginning until [#end()].
    void begin() {
        over = false;
    }

    /// Lets all clients go, and takes in no more.
    void end() {
        over = true;
        channels.all().forEach(Channel::end);
    }
}
