package io.liquidationmap.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client that reads the event stream over HTTP, as a browser would.
final class FollowingClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
    private final InputStream body;
    private final HttpResponse<InputStream> response;

    private FollowingClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.body = response.body();
        Thread.ofVirtual().start(this::read);
    }

    /// @param lastEventId sent as a header; null for none
    static FollowingClient open(URI uri, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new FollowingClient(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /// The next event of that kind; those of other kinds before it are passed over.
    Event next(String kind) throws InterruptedException {
        for (Event event = next(); ; event = next()) {
            if (event.kind.equals(kind)) {
                return event;
            }
        }
    }

    /// Whatever comes next: an event, `retry`, a comment (`:`) or the `end`.
    Event next() throws InterruptedException {
        Event event = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event within %s s", PATIENCE_SECONDS).isNotNull();
        return event;
    }

    /// So many events.
    List<Event> next(int number) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        while (events.size() < number) {
            Event event = next();
            if (!event.id.isEmpty()) {
                events.add(event);
            }
        }
        return events;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String kind = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    kind = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.startsWith("retry: ") || line.equals(":")) {
                    kind = line.substring(0, line.equals(":") ? 1 : "retry".length());
                    data = line;
                } else if (line.isEmpty()) {
                    received.add(new Event(id, kind, data));
                    id = "";
                }
            }
            received.add(new Event("", "end", ""));
        } catch (IOException _) {
            received.add(new Event("", "broken", ""));
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param data one line of JSON
    record Event(String id, String kind, String data) {

        /// The value of a field, of the type the caller expects.
        @SuppressWarnings("TypeParameterUnusedInFormals") // as at JsonPath itself
        <T> T field(String path) {
            return JsonPath.read(data, "$." + path);
        }
    }
}
