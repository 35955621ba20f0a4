package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@WebMvcTest
@Import(ApiFixture.class)
@TestPropertySource(
        properties = {
            "liquidationmap.api.keys[0].name=grafana",
            "liquidationmap.api.keys[0].sha256=" + AccessIT.LET_ME_IN,
            "liquidationmap.api.keys[1].name=desk",
            "liquidationmap.api.keys[1].sha256=cf80cd8aed482d5d1527d7dc72fceff84e6326592848447d2dc0b0e87dfc9a90",
        })
class AlertsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, Object> BODY = Map.of(
            "symbol", "BTC",
            "condition", "price-in-cluster",
            "thresholdUsd", 25_000_000,
            "url", "https://example.org/hook?x=1",
            "secret", "correct-horse-battery");

    private final MockMvcTester mvc;
    private final FakeAlerts alerts;

    AlertsTest(@Autowired MockMvcTester mvc, @Autowired FakeAlerts alerts) {
        this.mvc = mvc;
        this.alerts = alerts;
    }

    @BeforeEach
    void clear() {
        alerts.clear();
    }

    @Test
    void createdAlert_isShown_withoutItsSecret() throws Exception {
        MvcTestResult created = create("let-me-in", Map.of("venues", new String[] {"okx", "binance"}, "range", "1w"));

        assertThat(created).hasStatus(201).hasContentType(MediaType.APPLICATION_JSON);
        String location = String.valueOf(created.getResponse().getHeader("Location"));
        assertThat(location).matches("/api/alerts/[0-9a-f-]{36}");
        String expected = """
                {"id":"%s","symbol":"BTC","range":"7d","venues":["binance","okx"],"condition":"price-in-cluster",\
                "thresholdUsd":25000000,"distancePct":null,"step":null,"url":"https://example.org/hook?x=1",\
                "createdAt":"2026-06-22T07:45:00Z","createdAtMs":1782114300000\
                """.formatted(location.substring(location.lastIndexOf('/') + 1));
        assertThat(created.getResponse().getContentAsString()).isEqualTo(expected + "}");
        assertThat(get("let-me-in", "/api/alerts").getResponse().getContentAsString())
                .isEqualTo("{\"alerts\":[" + expected + "}]}");
        assertThat(get("let-me-in", location).getResponse().getContentAsString())
                .startsWith(expected + ",\"deliveries\":[")
                .contains("\"state\":\"pending\",\"attempts\":0,\"lastAttemptAt\":null,\"lastAttemptAtMs\":null,"
                        + "\"httpStatus\":null,\"error\":null}")
                .contains("\"state\":\"given-up\",\"attempts\":8,\"lastAttemptAt\":\"2026-06-22T07:45:00Z\"")
                .doesNotContain("correct-horse");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-alerts.csv", delimiter = '|', quoteCharacter = '\0')
    void badField_isNamedWithWhatIsAllowed(String change, String parameter, String message, String allowed) {
        MvcTestResult result = create("let-me-in", JSON.readValue(change, new TypeReference<Map<String, Object>>() {}));

        assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Problem problem = problemOf(result);
        assertThat(problem.code()).isEqualTo("bad-parameter");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.parameter()).isEqualTo(parameter);
            assertThat(error.message()).contains(message);
            assertThat(error.allowed()).contains(allowed);
        });
    }

    @Test
    void badFields_areReportedTogether_withoutRepeatingThem() {
        MvcTestResult result =
                create("let-me-in", Map.of("symbol", "<b>", "secret", "pass word", "url", "javascript:1"));

        assertThat(problemOf(result).errors()).hasSize(3);
        assertThat(result).bodyText().doesNotContain("<b>", "pass word", "javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"symbol\":\"BTC\",\"symbol\":\"ETH\"}", "{} {}"})
    void body_thatIsNoObject_isMalformed(String body) {
        MvcTestResult result = post("let-me-in", "/api/alerts", body);

        assertThat(result).hasStatus(400);
        assertThat(problemOf(result).code()).isEqualTo("malformed-request");
    }

    @Test
    void body_mayNotBeLong_norOfAnotherKind() {
        assertThat(problemOf(post("let-me-in", "/api/alerts", " ".repeat(20_000)))
                        .detail())
                .contains("16384 bytes");
        assertThat(mvc.post()
                        .uri("/api/alerts")
                        .header("Authorization", "Bearer let-me-in")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{}")
                        .exchange())
                .hasStatus(415);
    }

    @Test
    void unknownSymbol_isNotFound() {
        MvcTestResult result = create("let-me-in", Map.of("symbol", "UNKNOWN"));

        assertThat(result).hasStatus(404);
        assertThat(problemOf(result).code()).isEqualTo("unknown-symbol");
    }

    @Test
    void alerts_areLimitedPerKey() {
        create("let-me-in", Map.of());
        create("let-me-in", Map.of());

        MvcTestResult third = create("let-me-in", Map.of());

        assertThat(third).hasStatus(409);
        assertThat(problemOf(third).code()).isEqualTo("too-many-alerts");
        assertThat(create("testing", Map.of())).hasStatus(201);
    }

    @Test
    void somebodyElsesAlert_isUnknown() {
        String location =
                String.valueOf(create("let-me-in", Map.of()).getResponse().getHeader("Location"));

        assertThat(problemOf(get("testing", location)).code()).isEqualTo("unknown-alert");
        assertThat(get("testing", location)).hasStatus(404);
        assertThat(post("testing", location + "/test", "")).hasStatus(404);
        assertThat(delete("testing", location)).hasStatus(404);
        assertThat(get("testing", "/api/alerts")).bodyText().isEqualTo("{\"alerts\":[]}");
        assertThat(get("let-me-in", location)).hasStatus(200);
    }

    @Test
    void alert_isTestedAndDeleted() {
        String location =
                String.valueOf(create("let-me-in", Map.of()).getResponse().getHeader("Location"));

        assertThat(post("let-me-in", location + "/test", ""))
                .hasStatus(200)
                .bodyText()
                .isEqualTo("{\"delivered\":true,\"httpStatus\":204,\"error\":null}");
        assertThat(delete("let-me-in", location)).hasStatus(204);
        assertThat(delete("let-me-in", location)).hasStatus(404);
        assertThat(get("let-me-in", location)).hasStatus(404);
    }

    @Test
    void whatIsNoIdentity_isUnknown() {
        assertThat(get("let-me-in", "/api/alerts/1")).hasStatus(404);
        assertThat(problemOf(get("let-me-in", "/api/alerts/1")).code()).isEqualTo("unknown-alert");
    }

    @Test
    void endpoints_areListedWithTheirMethods() {
        assertThat(get("let-me-in", "/api"))
                .bodyJson()
                .extractingPath("$.endpoints[?(@.path =~ /.*alerts.*/)].method")
                .asArray()
                .containsExactly("GET", "POST", "DELETE", "GET", "POST");
    }

    @Test
    void page_mayDelete_ifItHasAKey() {
        assertThat(mvc.options()
                        .uri("/api/alerts/1")
                        .header("Origin", "https://charts.example")
                        .header("Access-Control-Request-Method", "DELETE")
                        .header("Access-Control-Request-Headers", "authorization"))
                .hasStatusOk();
    }

    private MvcTestResult create(String key, Map<String, ?> changes) {
        Map<String, Object> body = new LinkedHashMap<>(BODY);
        body.putAll(changes);
        return post(key, "/api/alerts", JSON.writeValueAsString(body));
    }

    private MvcTestResult post(String key, String uri, String body) {
        return mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String key, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + key).exchange();
    }

    private MvcTestResult delete(String key, String uri) {
        return mvc.method(HttpMethod.DELETE)
                .uri(uri)
                .header("Authorization", "Bearer " + key)
                .exchange();
    }

    private static Problem problemOf(MvcTestResult result) {
        return JSON.readValue(result.getResponse().getContentAsByteArray(), Problem.class);
    }
}
