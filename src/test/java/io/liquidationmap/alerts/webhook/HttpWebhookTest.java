package io.liquidationmap.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.alerts.Webhook.Outcome;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.testing.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Messages over real HTTP to a receiver on this machine.
@Timeout(60)
class HttpWebhookTest {

    private static final String SECRET = "correct-horse-battery";
    private static final String BODY = "{\"symbol\":\"BTC\",\"note\":\"größer\"}";
    private static final Instant NOW = Instant.parse("2026-06-22T07:45:00.789Z");
    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1");

    private final FakeVenueServer receiver = new FakeVenueServer();
    private final Names names = new Names();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void message_arrives_signed() throws Exception {
        receiver.answer("/", _ -> Answer.status(202));

        Outcome outcome = webhook(true, THIS_MACHINE).send(receiver.url().resolve("/hook?x=1"), SECRET, BODY);

        assertThat(outcome).isEqualTo(new Outcome(202, null));
        Request request = receiver.requests("/hook").getFirst();
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.rawQuery()).isEqualTo("x=1");
        assertThat(request.headers()).containsEntry("user-agent", "liquidation-map");
        assertThat(request.headers().get("content-type")).startsWith("application/json");
        assertThat(request.headers())
                .containsEntry("x-liquidationmap-signature", "t=1782114300,v1=" + hmac("1782114300." + BODY));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "500", "503"})
    void refusal_isAFailure(int status) {
        receiver.answer("/", _ -> Answer.status(status));

        assertThat(webhook(true, THIS_MACHINE).send(receiver.url(), SECRET, BODY))
                .isEqualTo(new Outcome(status, "answered with status " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isNotFollowed(int status) {
        receiver.answer("/secret", _ -> Answer.status(200));
        receiver.answer(
                "/hook",
                _ -> Answer.status(status)
                        .with("Location", receiver.url().resolve("/secret").toString()));

        Outcome outcome = webhook(true, THIS_MACHINE).send(receiver.url().resolve("/hook"), SECRET, BODY);

        assertThat(outcome).isEqualTo(new Outcome(status, "answered with a redirect, which is not followed"));
        assertThat(receiver.requests("/secret")).isEmpty();
    }

    @Test
    void address_isCheckedWhenConnecting() {
        assertThat(webhook(true, List.of()).send(receiver.url(), SECRET, BODY))
                .isEqualTo(new Outcome(null, "has a host whose address is not public"));
        assertThat(receiver.requests("/")).isEmpty();
    }

    /// The name is a public address when the alert is created, and one of the inside when it is used.
    @Test
    void name_thatHasMovedInside_isNotConnectedTo() {
        URI url = URI.create("http://rebinding.example:" + receiver.url().getPort() + "/hook");
        names.willBe("rebinding.example", "1.1.1.1", "127.0.0.1");
        HttpWebhook webhook = webhook(true, List.of());

        assertThat(webhook.refusal(url)).isEmpty();
        assertThat(webhook.send(url, SECRET, BODY))
                .isEqualTo(new Outcome(null, "has a host whose address is not public"));
        assertThat(receiver.requests("/")).isEmpty();
    }

    /// Of several addresses only those that pass are tried.
    @Test
    void name_thatIsAlsoInside_isConnectedToOutsideOnly() {
        receiver.answer("/", _ -> Answer.status(200));
        URI url = URI.create("http://both.example:" + receiver.url().getPort() + "/hook");
        names.are("both.example", "10.0.0.1", "127.0.0.1");

        assertThat(webhook(true, THIS_MACHINE).send(url, SECRET, BODY).isDelivered())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/, is not an https address",
        "ftp://example.org/, is not an https address",
        "file:///etc/passwd, is not an https address",
        "https://127.0.0.1/, has a host whose address is not public",
        "https://[::1]/, has a host whose address is not public",
        "https://[::ffff:169.254.169.254]/, has a host whose address is not public",
        "https://2130706433/, has a host whose address is not public",
        "https://user:pw@1.1.1.1/, has a user or a fragment",
        "https://1.1.1.1/#x, has a user or a fragment",
        "https:/path, has no host",
        "https://nobody.example/, has a host that nobody knows"
    })
    void addressThatCannotWork_isRefusedEarly(String url, String reason) {
        assertThat(webhook(false, List.of()).refusal(URI.create(url))).hasValue(reason);
    }

    @Test
    void publicAddress_isNotRefused() {
        assertThat(webhook(false, List.of()).refusal(URI.create("https://1.1.1.1/hook")))
                .isEmpty();
    }

    @Test
    void closedPort_isAFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(webhook(true, THIS_MACHINE).send(URI.create("http://127.0.0.1:" + port), SECRET, BODY))
                .isEqualTo(new Outcome(null, "did not accept the connection"));
    }

    @Test
    void plainReceiver_cannotBeTakenForASecureOne() throws Exception {
        try (SlowReceiver plain = new SlowReceiver("HTTP/1.1 200 OK\r\n\r\n", "")) {
            URI secure = URI.create(plain.url().toString().replace("http:", "https:"));

            assertThat(webhook(false, THIS_MACHINE).send(secure, SECRET, BODY))
                    .isEqualTo(new Outcome(null, "could not be connected to securely"));
        }
    }

    /// The body never ends; the status is enough.
    @Test
    void endlessAnswer_isCutOff() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (SlowReceiver endless = new SlowReceiver(head, "1\r\nx\r\n")) {
            assertThat(webhook(true, THIS_MACHINE).send(endless.url(), SECRET, BODY))
                    .isEqualTo(new Outcome(200, null));
            endless.awaitCutOff();
        }
    }

    @Test
    void endlessHead_isCutOff() throws Exception {
        try (SlowReceiver endless = new SlowReceiver("HTTP/1.1 200 OK\r\n", "X-Header: 1\r\n")) {
            assertThat(webhook(true, THIS_MACHINE).send(endless.url(), SECRET, BODY))
                    .isEqualTo(new Outcome(null, "broke the connection off"));
            endless.awaitCutOff();
        }
    }

    @Test
    void answerThatDoesNotCome_isCutOffAtTheDeadline() throws Exception {
        try (SlowReceiver silent = new SlowReceiver("HTTP/1.1 200 OK\r\n", "")) {
            assertThat(webhook(true, THIS_MACHINE, Duration.ofMillis(300)).send(silent.url(), SECRET, BODY))
                    .isEqualTo(new Outcome(null, "did not answer in time"));
            silent.awaitCutOff();
        }
    }

    private HttpWebhook webhook(boolean httpAllowed, List<String> allowed) {
        return webhook(httpAllowed, allowed, Duration.ofSeconds(30));
    }

    private HttpWebhook webhook(boolean httpAllowed, List<String> allowed, Duration deadline) {
        WebhookProperties properties =
                new WebhookProperties(httpAllowed, allowed, Duration.ofSeconds(5), Duration.ofSeconds(30), deadline);
        Receivers receivers = new Receivers(properties, names);
        return new HttpWebhook(
                new WebhookConfiguration().webhookClient(names, receivers, properties),
                receivers,
                new Messages(new JsonMapper()),
                properties,
                new SettableClock(NOW));
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A directory of names that can change from one question to the next. Literal addresses are themselves.
    private static final class Names implements DnsResolver {

        private final Map<String, Queue<String[]>> answers = new HashMap<>();

        void willBe(String host, String... oneAfterTheOther) {
            for (String address : oneAfterTheOther) {
                answers.computeIfAbsent(host, _ -> new ArrayDeque<>()).add(new String[] {address});
            }
        }

        void are(String host, String... addresses) {
            answers.computeIfAbsent(host, _ -> new ArrayDeque<>()).add(addresses);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.matches("[0-9.]+|.*:.*")) {
                return InetAddress.getAllByName(host);
            }
            Queue<String[]> queue = answers.getOrDefault(host, new ArrayDeque<>());
            String[] addresses = queue.poll();
            if (addresses == null) {
                throw new UnknownHostException(host);
            }
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /// Answers with a beginning, and then with the same again and again until nobody listens.
    private static final class SlowReceiver implements AutoCloseable {

        private final ServerSocket server;
        private final CountDownLatch cutOff = new CountDownLatch(1);

        SlowReceiver(String beginning, String more) throws IOException {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().start(() -> answer(beginning, more));
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        }

        void awaitCutOff() throws InterruptedException {
            cutOff.await();
        }

        private void answer(String beginning, String more) {
            try (Socket connection = server.accept();
                    OutputStream answer = connection.getOutputStream()) {
                answer.write(beginning.getBytes(StandardCharsets.US_ASCII));
                answer.flush();
                while (more.isEmpty() ? connection.getInputStream().read() >= 0 : true) {
                    answer.write(more.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException _) {
                // That is how it ends where something is written.
            } finally {
                cutOff.countDown();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
