package io.liquidationmap.ingestion.stream;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Connections by the JDK's WebSocket client. A message is asked for when the one before it has been dealt with, so
/// that a venue that sends faster than can be read is slowed down by the network instead of filling the memory.
final class WebSocketTransport implements Transport {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long GOODBYE_SECONDS = 2;

    /// No venue's message comes near this.
    private static final int LONGEST_MESSAGE = 1 << 22;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("stream-", 0).factory()))
            .build();

    @Override
    public void connect(URI endpoint, Handler handler) {
        CompletableFuture<WebSocket> connected =
                client.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT).buildAsync(endpoint, new Frames(handler));
        var _ = connected.whenComplete((_, failure) -> {
            if (failure != null) {
                handler.closed(reason(failure));
            }
        });
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof WebSocketHandshakeException)) {
            root = root.getCause();
        }
        if (root instanceof WebSocketHandshakeException refused) {
            return "answered " + refused.getResponse().statusCode() + " instead of a stream";
        }
        String message = root.getMessage();
        return "broke off (" + root.getClass().getSimpleName() + (message == null ? "" : ": " + message) + ")";
    }

    /// Puts messages together from what arrives.
    private static final class Frames implements WebSocket.Listener {

        private final Handler handler;
        private StringBuilder message = new StringBuilder();

        Frames(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void onOpen(WebSocket webSocket) {
            handler.opened(new Connection(webSocket, handler));
            webSocket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (message.length() > LONGEST_MESSAGE) {
                webSocket.abort();
                handler.closed("sent a message without end");
                return null;
            }
            if (last) {
                String text = message.toString();
                message = new StringBuilder();
                handler.received(text);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            return signOfLife(webSocket);
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
            return signOfLife(webSocket);
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            return signOfLife(webSocket);
        }

        private @Nullable CompletionStage<?> signOfLife(WebSocket webSocket) {
            handler.alive();
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            handler.closed("closed the connection (" + (statusCode + " " + reason).strip() + ")");
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            handler.closed(reason(error));
        }
    }

    /// Sends one thing after another, as the client demands.
    private static final class Connection implements Socket {

        private final WebSocket webSocket;
        private final Handler handler;
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        Connection(WebSocket webSocket, Handler handler) {
            this.webSocket = webSocket;
            this.handler = handler;
        }

        @Override
        public void send(String text) {
            enqueue(() -> webSocket.sendText(text, true));
        }

        @Override
        public void ping() {
            enqueue(() -> webSocket.sendPing(ByteBuffer.allocate(0)));
        }

        @Override
        public synchronized void close() {
            var _ = last.thenCompose(_ -> webSocket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((_, _) -> webSocket.abort());
        }

        private synchronized void enqueue(Supplier<CompletableFuture<WebSocket>> next) {
            CompletableFuture<?> sent = last.thenCompose(_ -> next.get());
            last = sent;
            var _ = sent.whenComplete((_, failure) -> {
                if (failure != null) {
                    webSocket.abort();
                    handler.closed(reason(failure));
                }
            });
        }
    }
}
