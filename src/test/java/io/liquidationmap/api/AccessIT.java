package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// Who is answered, over real HTTP.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = HttpIT.WithoutDatabase.class)
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.endpoint.health.validate-group-membership=false",
            "liquidationmap.api.keys[0].name=grafana",
            // printf %s let-me-in | sha256sum
            "liquidationmap.api.keys[0].sha256=" + AccessIT.LET_ME_IN,
            "liquidationmap.api.keys[1].name=desk",
            "liquidationmap.api.keys[1].sha256=cf80cd8aed482d5d1527d7dc72fceff84e6326592848447d2dc0b0e87dfc9a90",
        })
class AccessIT {

    static final String LET_ME_IN = "a3ee786b5707c27d42570785081ec17f5c7db9262a01366af362a1aa61a420b9";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer let-me-in", "bearer let-me-in", "BEARER   let-me-in ", "Bearer testing"})
    void key_letsIn(String authorization) throws Exception {
        assertThat(get("/api/liquidations", "Authorization", authorization).statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutKey_thereIsAChallenge() throws Exception {
        HttpResponse<byte[]> response = get("/api/liquidations", "X-Request-Id", "order-66");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"liquidation-map\"");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        Problem problem = JSON.readValue(response.body(), Problem.class);
        assertThat(problem.code()).isEqualTo("unauthorized");
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.detail()).contains("Authorization: Bearer");
        assertThat(problem.requestId()).isEqualTo("order-66");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer let-me-in!", "Bearer", "Bearer ", "Bearer " + LET_ME_IN, "Basic bGV0LW1lLWlu"})
    void wrongKey_isNotLetIn_norRepeated(String authorization) throws Exception {
        HttpResponse<byte[]> response = get("/api/liquidations", "Authorization", authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("let-me", LET_ME_IN);
    }

    @Test
    void wrongKey_isToldFromNone() throws Exception {
        assertThat(get("/api/symbols", "Authorization", "Bearer wrong")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"liquidation-map\", error=\"invalid_token\"");
    }

    /// Neither an odd spelling nor a path or method that nothing answers gets past.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api",
                "GET /api/",
                "GET /api/liquidations",
                "GET /%61pi/liquidations",
                "GET /api;x=1/liquidations",
                "GET /api/;x=1/liquidations;y=2",
                "GET /api/nothing",
                "GET /api/%2e%2e/api/symbols",
                "GET /swagger-ui/../api/symbols",
                "GET /./api/symbols",
                "HEAD /api/liquidations",
                "POST /api/liquidations",
                "OPTIONS /api/liquidations",
                "TRACE /api/liquidations"
            })
    void noSpellingOrMethod_getsPast(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (401|404|405) .*").doesNotContain("\"symbols\"", "\"endpoints\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/v3/api-docs", "/swagger-ui/index.html"})
    void healthAndDocumentation_needNone(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(200, 503);
    }

    @Test
    void pages_mayAskFirst_andReadTheRefusal() throws Exception {
        HttpResponse<byte[]> preflight = http.send(
                request("/api/liquidations")
                        .header("Origin", "https://charts.example")
                        .header("Access-Control-Request-Method", "GET")
                        .header("Access-Control-Request-Headers", "authorization")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("authorization");
        HttpResponse<byte[]> refusal = get("/api/liquidations", "Origin", "https://charts.example");
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    /// RFC 9111 § 3.5: "public" would let a shared cache serve it to those without a key.
    @Test
    void answer_isNotForSharedCaches() throws Exception {
        HttpResponse<byte[]> response =
                get("/api/liquidations?asOf=2026-06-22T00:00:00Z", "Authorization", "Bearer let-me-in");

        assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=300, private");
    }

    @Test
    void description_saysHowToAuthenticate() throws Exception {
        assertThat(new String(get("/v3/api-docs").body(), StandardCharsets.UTF_8))
                .contains(
                        "\"securitySchemes\":{\"apiKey\":{",
                        "\"scheme\":\"bearer\"",
                        "\"401\"",
                        "/api/alerts/{id}/test");
    }

    @Nested
    @TestPropertySource(properties = "liquidationmap.api.documentation-needs-key=true")
    class Documentation {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v3/api-docs",
                    "/v3/api-docs/swagger-config",
                    "/v3/api-docs.yaml",
                    "/swagger-ui/index.html",
                    "/swagger-ui.html"
                })
        void needsAKey_whereConfigured(String path) throws Exception {
            assertThat(get(path).statusCode()).isEqualTo(401);
            assertThat(get(path, "Authorization", "Bearer let-me-in").statusCode())
                    .isIn(200, 302);
        }
    }

    @Nested
    @TestPropertySource(
            properties = {
                "liquidationmap.api.rate-limit.requests-per-key=3",
                "liquidationmap.api.rate-limit.requests-per-address=1",
                "liquidationmap.api.rate-limit.period=90s"
            })
    class RateLimit {

        @Test
        void answers_tellWhatIsLeft_andTheLastRefuses() throws Exception {
            HttpResponse<byte[]> first = get("/api/symbols", "Authorization", "Bearer let-me-in");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"key\";q=3;w=90");
            assertThat(first.headers().firstValue("RateLimit")).hasValue("\"key\";r=2;t=30");
            assertThat(first.headers().firstValue("RateLimit-Limit")).hasValue("3");
            assertThat(first.headers().firstValue("RateLimit-Remaining")).hasValue("2");
            assertThat(first.headers().firstValue("RateLimit-Reset")).hasValue("30");
            get("/api/symbols", "Authorization", "Bearer let-me-in");
            get("/api/nothing", "Authorization", "Bearer let-me-in");

            HttpResponse<byte[]> refused =
                    get("/api/symbols", "Authorization", "Bearer let-me-in", "Origin", "https://charts.example");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"key\";r=0;t=90");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            Problem problem = JSON.readValue(refused.body(), Problem.class);
            assertThat(problem.code()).isEqualTo("rate-limited");
            assertThat(problem.detail()).contains("3 requests in 90 seconds", "key");
            assertThat(get("/api/symbols", "Authorization", "Bearer testing").statusCode())
                    .isEqualTo(200);
            assertThat(get("/livez").headers().map()).doesNotContainKey("RateLimit");
        }

        @Test
        void guessing_isLimitedByAddress_whateverTheForwardedHeadersSay() throws Exception {
            assertThat(get("/api/symbols", "Authorization", "Bearer a", "X-Forwarded-For", "203.0.113.1")
                            .statusCode())
                    .isEqualTo(401);

            HttpResponse<byte[]> second = get(
                    "/api/symbols",
                    "Authorization",
                    "Bearer b",
                    "X-Forwarded-For",
                    "203.0.113.2",
                    "Forwarded",
                    "for=203.0.113.2");

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=1;w=90");
        }
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri));
    }

    private HttpResponse<byte[]> get(String uri, String... headers) throws Exception {
        HttpRequest.Builder request = request(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port);
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
