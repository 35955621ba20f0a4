package io.liquidationmap.alerts.webhook;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.Event;
import io.liquidationmap.alerts.Webhook;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.stereotype.Component;

/// Sends messages by HTTP. Of the answer only the status is read; what it may further contain, for as long as it likes,
/// is cut off.
@Component
class HttpWebhook implements Webhook, DisposableBean {

    static final String SIGNATURE = "X-LiquidationMap-Signature";

    private final CloseableHttpClient client;
    private final Receivers receivers;
    private final Messages messages;
    private final WebhookProperties properties;
    private final Clock clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-deadline").daemon().factory());

    HttpWebhook(
            CloseableHttpClient webhookClient,
            Receivers receivers,
            Messages messages,
            WebhookProperties properties,
            Clock clock) {
        this.client = webhookClient;
        this.receivers = receivers;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<String> refusal(URI url) {
        return receivers.refusal(url);
    }

    @Override
    public String message(UUID id, Alert alert, Event event, Instant at, @Nullable Echo market) {
        return messages.write(id, alert, event, at, market);
    }

    @Override
    public Outcome send(URI url, String secret, String body) {
        HttpPost request = new HttpPost(url);
        request.setHeader(HttpHeaders.USER_AGENT, "liquidation-map");
        request.setHeader(SIGNATURE, Signature.of(clock.instant(), body, secret));
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // Timeouts of the client hold from byte to byte, and somebody may send one every now and then for ever.
        Future<?> deadline =
                deadlines.schedule(request::abort, properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return outcome(send(request));
        } catch (IOException | FilteredHostException e) {
            return new Outcome(null, request.isAborted() ? "did not answer in time" : reason(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /// Closing a response reads it to its end, so the connection is cut off before.
    private int send(HttpPost request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        request.abort();
        Closer.closeQuietly(response);
        return response.getCode();
    }

    @Override
    public void destroy() {
        deadlines.shutdownNow();
    }

    private static Outcome outcome(int status) {
        return switch (status / 100) {
            case 2 -> new Outcome(status, null);
            case 3 -> new Outcome(status, "answered with a redirect, which is not followed");
            default -> new Outcome(status, "answered with status " + status);
        };
    }

    /// In words that tell nothing of the inside: no addresses, no text of exceptions.
    private static String reason(Exception failure) {
        return switch (failure) {
            case FilteredHostException _ -> "has a host whose address is not public";
            case UnknownHostException _ -> "has a host that nobody knows";
            case ConnectException _ -> "did not accept the connection";
            case SSLException _ -> "could not be connected to securely";
            case InterruptedIOException _ -> "did not answer in time";
            default -> "broke the connection off";
        };
    }
}
