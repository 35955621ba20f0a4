package io.liquidationmap.ingestion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A venue over real HTTP: answers as a test lays down for each path, can be made to misbehave, and remembers what it
/// was asked.
public final class FakeVenueServer implements AutoCloseable {

    private HttpServer server;
    private final Map<String, Function<Request, Answer>> handlers = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> interludes = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile @Nullable Answer only;
    private volatile BiFunction<Request, Function<Request, Answer>, Answer> between =
            (request, answers) -> answers.apply(request);

    public FakeVenueServer() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int where) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", this::handle);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A request as the server saw it.
    ///
    /// @param query decoded parameters
    /// @param headers by lower-case name, the first value of each
    /// @param body as text; empty if there is none
    public record Request(
            String path, String rawQuery, Map<String, String> query, Map<String, String> headers, String body) {

        /// The value of a parameter that must be there.
        public String parameter(String name) {
            String value = query.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no " + name + " in " + this);
            }
            return value;
        }
    }

    /// What the server does with a request; immutable.
    public static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;
        private final boolean cutOff;

        private Answer(int status, Map<String, String> headers, byte[] body, boolean cutOff) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.cutOff = cutOff;
        }

        public static Answer json(String body) {
            return of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer html(int status, String body) {
            return of(status, "text/html", body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer file(byte[] body) {
            return of(200, "application/octet-stream", body);
        }

        public static Answer status(int status) {
            return of(status, "application/json", "{\"code\":-1,\"msg\":\"no\"}".getBytes(StandardCharsets.UTF_8));
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body, cutOff);
        }

        /// The same, but the connection breaks in the middle of the body.
        public Answer cutOffInTheMiddle() {
            return new Answer(status, headers, body, true);
        }

        /// Whether it is an answer to a question, not a file.
        public boolean isJson() {
            return "application/json".equals(headers.get("Content-Type"));
        }

        /// Bytes of the body.
        public int length() {
            return body.length;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The same with another body.
        public Answer withText(String text) {
            return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8), cutOff);
        }

        private static Answer of(int status, String type, byte[] body) {
            return new Answer(status, Map.of("Content-Type", type), body, false);
        }
    }

    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
    }

    /// Lays down how every path is answered that begins with `path`, unless a longer one is laid down.
    public void answer(String path, Function<Request, Answer> handler) {
        handlers.put(path, handler);
    }

    /// Gives these answers to the next requests for paths that begin with `path`, before the usual ones.
    public void interrupt(String path, Answer... answers) {
        interludes.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /// Gives this answer to everything; null for the usual ones again.
    public void answerOnly(@Nullable Answer answer) {
        only = answer;
    }

    /// Puts something between requests and the usual answers, which may change either and take its time.
    public void putBetween(BiFunction<Request, Function<Request, Answer>, Answer> filter) {
        between = filter;
    }

    /// Puts other text in the place of some in all usual answers but files.
    public void rewrite(String text, String other) {
        putBetween((request, answers) -> {
            Answer answer = answers.apply(request);
            return answer.isJson() ? answer.withText(answer.text().replace(text, other)) : answer;
        });
    }

    /// Refuses connections.
    public void goAway() {
        server.stop(0);
    }

    /// Accepts connections again, at the same address.
    public void comeBack() {
        server = listen(port);
    }

    /// The requests so far for paths that begin with `path`.
    public List<Request> requests(String path) {
        return requests.stream()
                .filter(request -> request.path().startsWith(path))
                .toList();
    }

    public void forgetRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        requests.add(request);
        Answer answer = answerTo(request);
        answer.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
        try (OutputStream body = exchange.getResponseBody()) {
            if (answer.cutOff) {
                body.write(answer.body, 0, answer.body.length / 2);
                body.flush();
                throw new IOException("cut off on purpose");
            }
            body.write(answer.body);
        } finally {
            exchange.close();
        }
    }

    private Answer answerTo(Request request) {
        Answer always = only;
        if (always != null) {
            return always;
        }
        synchronized (interludes) {
            for (Map.Entry<String, Queue<Answer>> interlude : interludes.entrySet()) {
                if (request.path().startsWith(interlude.getKey())) {
                    Answer next = interlude.getValue().poll();
                    if (next != null) {
                        return next;
                    }
                }
            }
        }
        return between.apply(request, this::usualAnswer);
    }

    /// What is laid down for a request, whatever befalls the server.
    Answer usualAnswer(Request request) {
        return handlers.entrySet().stream()
                .filter(handler -> request.path().startsWith(handler.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(handler -> handler.getValue().apply(request))
                .orElseGet(() -> Answer.status(404));
    }

    private static Request read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> query = new TreeMap<>();
        if (uri.getQuery() != null) {
            for (String parameter : uri.getQuery().split("&", -1)) {
                int equals = parameter.indexOf('=');
                query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                Collections.unmodifiableMap(query),
                Collections.unmodifiableMap(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
