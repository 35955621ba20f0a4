package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of a service with keys is true as well: alerts are described nowhere else.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = HttpIT.WithoutDatabase.class,
        properties = {
            "management.server.port=0",
            "management.endpoint.health.validate-group-membership=false",
            "liquidationmap.api.keys[0].name=grafana",
            "liquidationmap.api.keys[0].sha256=" + AccessIT.LET_ME_IN,
        })
class AlertsDescriptionIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALERTS = "/api/alerts";
    private static final String ONE = "/api/alerts/{id}";
    private static final String TEST = "/api/alerts/{id}/test";

    private static final String BODY = """
            {"symbol": "BTC", "venues": ["okx", "binance"], "range": "30d", "condition": "price-in-cluster",
             "thresholdUsd": 25000000, "url": "https://example.org/hook", "secret": "correct-horse-battery"}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private FakeAlerts alerts;

    @LocalServerPort
    private int port;

    private ApiDescription description;

    @BeforeEach
    void readDescription() throws Exception {
        alerts.clear();
        description = ApiDescription.of(send("GET", "/v3/api-docs", "").body());
    }

    @Test
    void everyAnswer_isAsDescribed() throws Exception {
        assertDescribed(201, "POST", ALERTS, ALERTS, BODY);
        String path = ALERTS + "/"
                + JSON.readTree(send("GET", ALERTS, "").body())
                        .at("/alerts/0/id")
                        .asString();
        assertDescribed(200, "GET", ALERTS, ALERTS, "");
        assertDescribed(200, "GET", ONE, path, "");
        assertDescribed(200, "POST", TEST, path + "/test", "");
        assertDescribed(204, "DELETE", ONE, path, "");
    }

    @Test
    void everyRefusal_isAsDescribed() throws Exception {
        assertDescribed(404, "POST", ALERTS, ALERTS, BODY.replace("BTC", "UNKNOWN"));
        assertDescribed(400, "POST", ALERTS, ALERTS, "[]");
        assertDescribed(404, "GET", ONE, ALERTS + "/1", "");
        assertDescribed(404, "DELETE", ONE, ALERTS + "/1", "");
        assertDescribed(404, "POST", TEST, ALERTS + "/1/test", "");
        send("POST", ALERTS, BODY);
        send("POST", ALERTS, BODY);
        assertDescribed(409, "POST", ALERTS, ALERTS, BODY);
        for (String path : described()) {
            JsonNode operations = description.document().path("paths").path(path);
            for (String method : operations.propertyNames()) {
                HttpResponse<String> refusal = http.send(
                        request(method.toUpperCase(Locale.ROOT), path.replace("{id}", "1"), BODY)
                                .setHeader("Authorization", "Bearer nobody")
                                .build(),
                        BodyHandlers.ofString());
                assertThat(refusal.statusCode()).isEqualTo(401);
                description.assertDescribes(operations.path(method), refusal);
            }
        }
    }

    @Test
    void bodyOfAnotherKind_isRefusedAsDescribed() throws Exception {
        HttpResponse<String> refusal = http.send(
                request("POST", ALERTS, BODY)
                        .setHeader("Content-Type", "text/plain")
                        .build(),
                BodyHandlers.ofString());

        assertThat(refusal.statusCode()).isEqualTo(415);
        description.assertDescribes(description.operation(ALERTS, "post"), refusal);
    }

    @Test
    void body_isAsDescribed() {
        JsonNode schema = bodySchema();

        assertThat(description.mistakes(schema, BODY)).isEmpty();
        assertThat(description.mistakes(schema, example(schema).toString())).isEmpty();
    }

    /// A body with one change that is refused for its form.
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-alerts.csv", delimiter = '|', quoteCharacter = '\0')
    void badField_isRefusedAsDescribed(String change) throws Exception {
        ObjectNode body = JSON.readTree(BODY).asObject();
        JSON.readTree(change).properties().forEach(field -> body.set(field.getKey(), field.getValue()));

        assertDescribed(400, "POST", ALERTS, ALERTS, body.toString());
    }

    private Set<String> described() {
        Set<String> paths = new TreeSet<>(description.document().path("paths").propertyNames());
        paths.removeIf(path -> !path.startsWith(ALERTS));
        assertThat(paths).containsExactly(ALERTS, ONE, TEST);
        return paths;
    }

    private JsonNode bodySchema() {
        return description.operation(ALERTS, "post").at("/requestBody/content/application~1json/schema");
    }

    /// The examples of the fields together.
    private static ObjectNode example(JsonNode schema) {
        ObjectNode example = JSON.createObjectNode();
        schema.path("properties")
                .properties()
                .forEach(field -> example.set(field.getKey(), field.getValue().path("example")));
        return example;
    }

    private void assertDescribed(int status, String method, String described, String path, String body)
            throws Exception {
        HttpResponse<String> answer = send(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        description.assertDescribes(description.operation(described, method.toLowerCase(Locale.ROOT)), answer);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(request(method, path, body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer let-me-in")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }
}
