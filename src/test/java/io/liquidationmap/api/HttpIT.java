package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.api.problem.Problem;
import io.liquidationmap.api.query.ParameterError;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// What only a running web server shows.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = HttpIT.WithoutDatabase.class,
        properties = {"management.server.port=0", "management.endpoint.health.validate-group-membership=false"})
class HttpIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /// What the server refuses by itself, before any controller sees it, is a problem too.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ' ', textBlock = """
                    /api/liquidations?symbol=%zz 400 malformed-request
                    /api/liquidations?symbol=%e2%28%a1 400 malformed-request
                    /api/liquidations?symbol=%C3%28 400 malformed-request
                    /api/liquidations?range=30d| 400 malformed-request
                    /api/liquidations?range 400 bad-parameter
                    /api/liquidations?asOf=2026-06-22T07:00:00+02:00 400 bad-parameter
                    /api/../../etc/passwd 400 malformed-request
                    /api/%2e%2e/api/symbols 404 unknown-route
                    /api%2Fsymbols 400 malformed-request
                    /api/symbols%00 400 malformed-request
                    /api/symbols;x=1 200 -
                    /error 404 unknown-route
                    //api/symbols 404 unknown-route
                    """)
    void oddRequest_isAnsweredProperly(String target, int status, String code) throws IOException {
        String response = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 " + status);
        if (status != 200) {
            assertIsProblem(response, status, code);
        }
    }

    @Test
    void overlongRequest_isRefusedAsAProblem() throws IOException {
        String response = raw("GET /api/liquidations?symbol=" + "A".repeat(20_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertIsProblem(response, 400, "malformed-request");
    }

    @Test
    void methodThatTheServerRefuses_isAProblemTheLogKnows() throws IOException {
        String response = raw("TRACE /api/overview HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertIsProblem(response, 405, "method-not-allowed");
    }

    @Test
    void gibberish_isRefused() throws IOException {
        assertThat(raw("HELLO\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void answer_isCompressedOnce() throws Exception {
        HttpResponse<byte[]> response = get("/api/liquidations", "Accept-Encoding", "gzip");

        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(response.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
    }

    @Test
    void whatBelongsToAKey_isRefusedWithTheReason_whereThereAreNone() throws Exception {
        HttpResponse<byte[]> response = get("/api/alerts");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(text(response)).contains("\"code\":\"keys-not-configured\"", "liquidationmap.api.keys");
    }

    @Test
    void head_hasNoBody() throws IOException {
        String response = raw("HEAD /api/liquidations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n").contains("ETag: ", "Content-Length: ");
    }

    /// Not for as long as the stream would last: the next request on the connection is answered.
    @Test
    void headOfAStream_ends() throws IOException {
        String head = "HEAD %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";
        String response =
                raw(head.formatted("/api/stream", "") + head.formatted("/api/venues", "Connection: close\r\n"));

        assertThat(response)
                .startsWith("HTTP/1.1 200")
                .containsSubsequence(
                        "Content-Type: text/event-stream", "\r\n\r\nHTTP/1.1 200", "Content-Type: application/json");
    }

    @Test
    void documentation_isServedFromHere() throws Exception {
        HttpResponse<byte[]> page = get("/swagger-ui/index.html");
        HttpResponse<byte[]> script = get("/swagger-ui/swagger-ui-bundle.js");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("./swagger-ui-bundle.js").doesNotContain("https://", "http://");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(text(get("/v3/api-docs/swagger-config"))).contains("/v3/api-docs");
    }

    /// The description is made from the objects that read the parameters; the refusal of an unknown one lists them
    /// as they are read.
    @Test
    void everyEndpoint_isDescribedWithTheParametersItReads() throws Exception {
        Map<String, Object> paths = JsonPath.read(text(get("/v3/api-docs")), "$.paths");
        List<String> listed = JsonPath.read(text(get("/api")), "$.endpoints[*].path");

        assertThat(paths.keySet()).hasSameElementsAs(listed);
        paths.keySet().removeIf(HttpIT::belongsToAKey);
        for (Map.Entry<String, Object> path : paths.entrySet()) {
            List<String> described = JsonPath.read(path.getValue(), "$.get..parameters[?(@.in=='query')].name");
            HttpResponse<byte[]> refusal = get(path.getKey() + "?nonsense=1");
            assertThat(refusal.statusCode()).as(path.getKey()).isEqualTo(400);
            assertThat(JSON.readValue(refusal.body(), Problem.class).errors())
                    .as(path.getKey())
                    .last()
                    .isEqualTo(new ParameterError(
                            "nonsense",
                            "is not a parameter of this endpoint",
                            described.isEmpty() ? "none" : String.join(", ", described)));
        }
    }

    @Test
    void everyDescribedEndpoint_answersToItsExamples() throws Exception {
        String description = text(get("/v3/api-docs"));
        Map<String, Object> paths = JsonPath.read(description, "$.paths");
        paths.keySet().removeIf(HttpIT::belongsToAKey);
        for (Map.Entry<String, Object> path : paths.entrySet()) {
            List<Map<String, Object>> required =
                    JsonPath.read(path.getValue(), "$.get..parameters[?(@.required==true)]");
            StringBuilder uri = new StringBuilder(path.getKey()).append("?");
            required.forEach(each -> uri.append(each.get("name"))
                    .append('=')
                    .append(each.get("example"))
                    .append('&'));
            if (path.getKey().equals("/api/liquidation-price")) {
                uri.append("leverage=20");
            }

            assertThat(statusOf(uri.toString())).as(uri.toString()).isEqualTo(200);
            assertThat(JsonPath.<List<String>>read(path.getValue(), "$.get.responses.200.content.*.schema.*"))
                    .as(path.getKey())
                    .isNotEmpty();
            assertThat(JsonPath.<String>read(
                            path.getValue(), "$.get.responses.400.content['application/problem+json'].schema.$ref"))
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(JsonPath.<Map<String, Object>>read(description, "$.components.schemas.Problem.properties"))
                .containsOnlyKeys("type", "title", "status", "detail", "code", "errors", "requestId");
        assertThat(JsonPath.<Map<String, Object>>read(description, "$.components.schemas.MapAnswer.properties"))
                .containsKeys("symbol", "asOf", "price", "buckets", "cumulative", "coverage", "method");
    }

    @Test
    void fields_areDescribedAsRequiredAndNullable_asTheyAre() throws Exception {
        Map<String, Map<String, Object>> schemas = JsonPath.read(text(get("/v3/api-docs")), "$.components.schemas");

        assertThat(JsonPath.<List<String>>read(schemas, "$.MapAnswer.required"))
                .contains("symbol", "asOfMs", "price", "buckets", "coverage", "method")
                .doesNotContain("market", "provenance");
        assertThat(JsonPath.<List<String>>read(schemas, "$.BucketEntry.required"))
                .contains("usd", "cumulativeUsd")
                .doesNotContain("byLeverage", "byVenue");
        assertThat(JsonPath.<List<String>>read(schemas, "$.ImbalanceEntry.required"))
                .contains("ratio");
        assertThat(JsonPath.<List<String>>read(schemas, "$.ImbalanceEntry.properties.ratio.type"))
                .containsExactlyInAnyOrder("number", "null");
        assertThat(JsonPath.<List<String>>read(schemas, "$.ImbalanceEntry.properties.dominantSide.enum"))
                .containsExactly("long", "short", null);
        assertThat(JsonPath.<String>read(schemas, "$.ImbalanceEntry.properties.upUsd.type"))
                .isEqualTo("number");
    }

    /// What cannot be had without one has tests of its own.
    private static boolean belongsToAKey(String path) {
        return path.startsWith("/api/alerts");
    }

    /// Without its body, which at a stream has no end.
    private int statusOf(String uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri))
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private HttpResponse<byte[]> get(String uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /// Sends bytes that no well-behaved client would.
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port);
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertIsProblem(String response, int status, String code) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("Cache-Control: no-store")
                .contains("\"code\":\"" + code + "\"", "X-Request-Id: ", "\"requestId\":\"")
                .doesNotContain("Tomcat", "Exception", "<html");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
                "io.liquidationmap.platform.embedded.EmbeddedDatabaseAutoConfiguration",
                "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
            })
    @Import(ApiFixture.class)
    static class WithoutDatabase {}
}
