package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.engine.context.Label;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI description is true: what it says is held against what is answered.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = HttpIT.WithoutDatabase.class,
        properties = {"management.server.port=0", "management.endpoint.health.validate-group-membership=false"})
class OpenApiIT {

    private static final JsonMapper JSON = new JsonMapper();

    /// The ways of asking that change what an answer looks like; each path is here at least once.
    private static final List<String> EXAMPLES = List.of(
            "/api",
            "/api/accuracy",
            "/api/capabilities",
            "/api/cascade",
            "/api/cascade?shockPct=5&model=opened",
            "/api/imbalance",
            "/api/imbalance?model=opened",
            "/api/imbalance/history?history=2d",
            "/api/ladder?capital=30000",
            "/api/ladder?capital=30000&side=short",
            "/api/liquidation-price?venue=binance&symbol=btcusdt&side=long&entry=63700&leverage=20",
            "/api/liquidations",
            "/api/liquidations?groupBy=leverage,venue",
            "/api/liquidations?model=opened",
            "/api/liquidations.png",
            "/api/liquidations.svg",
            "/api/liquidations/at?price=66900",
            "/api/liquidations/clusters",
            "/api/liquidations/diff?from=2026-06-21T00:00:00Z",
            "/api/liquidations/exact",
            "/api/liquidations/heatmap",
            "/api/liquidations/price-for?usd=250000000&direction=up",
            "/api/liquidations/realised?step=4h",
            "/api/overview",
            "/api/overview?model=opened",
            "/api/status",
            "/api/symbols",
            "/api/venues");

    private static final String ALERTS = "/api/alerts";

    private static final Path BUILT = Path.of("target/openapi.json");
    private static final Path PUBLISHED = Path.of("docs/openapi.json");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private JsonNode description;

    @BeforeEach
    void readDescription() throws Exception {
        description = JSON.readTree(get("/v3/api-docs").body());
    }

    static Stream<String> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answer_isAsDescribed(String uri) throws Exception {
        HttpResponse<String> answer = get(uri);

        assertThat(answer.statusCode()).isEqualTo(200);
        new ApiDescription(description).assertDescribes(operation(uri), answer);
    }

    /// Every refusal that is known of any endpoint.
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {"refused.csv", "unanswerable.csv"},
            delimiter = '|',
            emptyValue = "")
    void refusal_isAsDescribed(String uri) throws Exception {
        HttpResponse<String> refusal = get(uri);

        assertIsDescribed(uri, refusal);
        JsonNode response = operation(uri).at("/responses/" + refusal.statusCode());
        assertThat(refusal.headers().firstValue("Retry-After").isPresent())
                .as("Retry-After is described as it is sent")
                .isEqualTo(response.path("headers").has("Retry-After"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "unacceptable.csv", delimiter = '|')
    void refusedFormat_isAsDescribed(String uri, String accept) throws Exception {
        assertIsDescribed(uri, get(uri, "Accept", accept));
    }

    @Test
    void mistakeOfTheService_isAsDescribed() throws Exception {
        assertIsDescribed("/api/liquidations", get("/api/liquidations?symbol=BUG"));
    }

    @Test
    void headersOfAnAnswer_areDescribed() throws Exception {
        for (String uri : EXAMPLES) {
            JsonNode described = operation(uri).at("/responses/200/headers");
            assertThat(get(uri).headers().map().keySet())
                    .as(uri)
                    .containsAll(described.properties().stream()
                            .filter(header -> header.getValue().path("required").asBoolean())
                            .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                            .toList());
            assertThat(described.propertyNames())
                    .as(uri)
                    .contains("ETag", "Last-Modified", "RateLimit", "RateLimit-Remaining");
        }
    }

    /// Whoever reads this description asks an instance with other settings.
    @Test
    void refusalsOfInstancesWithKeysOrLimits_areDescribedOfEveryOperation() {
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                String name = operation.path("operationId").asString();
                assertThat(operation
                                .at("/responses/401/headers/WWW-Authenticate")
                                .isObject())
                        .as(name)
                        .isTrue();
                JsonNode tooMany = operation.at("/responses/429");
                assertThat(tooMany.path("description").asString()).as(name).contains("rate-limited");
                assertThat(tooMany.path("headers").propertyNames())
                        .as(name)
                        .contains("Retry-After", "RateLimit-Policy", "RateLimit-Reset");
            }
        }
    }

    /// A map is opened for these.
    @ParameterizedTest
    @CsvSource({
        "/api/accuracy, get",
        "/api/alerts, post",
        "/api/imbalance, get",
        "/api/overview, get",
        "/api/stream, get",
    })
    void whatTakesComputing_mayBeRefusedAsBusy(String path, String method) {
        assertThat(description
                        .path("paths")
                        .path(path)
                        .path(method)
                        .at("/responses/429/description")
                        .asString())
                .contains("busy");
    }

    @Test
    void codesOfProblems_areEnumerated() {
        assertThat(texts(description.at("/components/schemas/Problem/properties/code/enum")))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    @Test
    void labels_areEnumerated_whereverTheyStand() {
        List<String> labels = Arrays.stream(Label.values()).map(Choice::nameOf).toList();

        for (String schema : List.of("ImbalanceInContext", "LiveImbalance")) {
            assertThat(texts(description.at("/components/schemas/" + schema + "/properties/label/enum")))
                    .as(schema)
                    .filteredOn(label -> !label.isEmpty())
                    .containsExactlyInAnyOrderElementsOf(labels);
        }
    }

    @Test
    void headerToResumeWith_isDescribed() {
        JsonNode header = parameter("/api/stream", "Last-Event-ID");

        assertThat(header.path("in").asString()).isEqualTo("header");
        assertThat(header.path("schema"))
                .isEqualTo(parameter("/api/stream", "lastEventId").path("schema"));
    }

    /// JSON knows no number for them.
    @Test
    void scoresThatMayBeUnknown_mayBeNull() {
        for (String score : List.of("rankCorrelation", "predictedToRealised")) {
            assertThat(texts(description.at("/components/schemas/LiveMethod/properties/" + score + "/type")))
                    .as(score)
                    .containsExactlyInAnyOrder("number", "null");
        }
    }

    @Test
    void everyPath_isHeldAgainstItsDescription() {
        Set<String> exercised =
                new TreeSet<>(EXAMPLES.stream().map(OpenApiIT::path).toList());
        Set<String> described = new TreeSet<>(description.path("paths").propertyNames());
        // Answered where there are keys only: AlertsDescriptionIT.
        described.removeIf(path -> path.startsWith(ALERTS));
        // A stream has no end; its events have tests of their own.
        described.removeIf(path -> operation(path).at("/responses/200/content").has("text/event-stream"));

        assertThat(exercised).containsExactlyElementsOf(described);
    }

    /// A stranger reads here that there are alerts, and why there may be none.
    @Test
    void whatBelongsToAKey_isDescribed_withTheRefusalWhereThereAreNone() throws Exception {
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!path.getKey().startsWith(ALERTS)) {
                    continue;
                }
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                HttpRequest request = HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + path.getKey().replace("{id}", "1")))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : ""))
                        .build();
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(403);
                new ApiDescription(description).assertDescribes(operation.getValue(), answer);
                assertThat(operation.getValue().at("/security/0/apiKey").isArray())
                        .isTrue();
                refused.add(operation.getValue().path("operationId").asString());
            }
        }

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "getAlerts", "postAlerts", "getAlertsById", "deleteAlertsById", "postAlertsByIdTest");
    }

    /// A picture and a stream are no tables, and alerts are the caller's own settings.
    @Test
    void everyAnswer_isATableToo() {
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            JsonNode content = path.getValue().at("/get/responses/200/content");
            if (content.has("application/json") && !path.getKey().startsWith(ALERTS)) {
                assertThat(content.propertyNames()).as(path.getKey()).contains("text/csv");
            }
        }
    }

    @Test
    void operations_haveNamesFitForGeneratedCode() {
        List<String> names = new ArrayList<>();
        for (JsonNode path : description.path("paths")) {
            path.forEach(operation -> names.add(operation.path("operationId").asString()));
        }

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"))
                .contains("getLiquidations", "getLiquidationsPriceFor", "getImbalanceHistory");
    }

    @Test
    void everyParameter_saysWhatIsAllowed_andHasAnExample() {
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode parameter : operation.path("parameters")) {
                    String name = operation.path("operationId").asString() + "."
                            + parameter.path("name").asString();
                    assertThat(parameter.path("description").asString())
                            .as(name)
                            .contains("Allowed: ");
                    assertThat(parameter.has("example")).as(name).isTrue();
                }
            }
        }
    }

    /// Programs do not read descriptions.
    @Test
    void everyParameter_isBoundedForPrograms_andItsExampleLiesWithin() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode parameter : operation.path("parameters")) {
                    JsonNode schema = parameter.path("schema");
                    String name = operation.path("operationId").asString() + "."
                            + parameter.path("name").asString();
                    boolean text = schema.path("type").asString().equals("string");
                    assertThat(schema.propertyNames())
                            .as(name)
                            .containsAnyOf(text ? new String[] {"enum", "pattern"} : new String[] {"maximum"})
                            .containsAnyOf(
                                    text
                                            ? new String[] {"enum", "pattern"}
                                            : new String[] {"minimum", "exclusiveMinimum"});
                    assertThat(registry.getSchema(schema).validate(parameter.path("example")))
                            .as(name)
                            .isEmpty();
                }
            }
        }
    }

    /// What is refused for its form is outside of what is described, and what is answered is inside.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    range | 30d 24h 1Y 6mo | 0d 30 30m -30d
                    venues | binance binance,binance-coinm | Binance binance, ,binance
                    symbol | BTC BTC-USDT-SWAP btcusdt PF_XBTUSD | -BTC <script> BTC;
                    asOf | 2026-06-22T07:45:00Z 1782114300000 2026-06-22T09:45:00.123+02:00 | 1782114300 2026-06-22 yesterday
                    groupBy | leverage venue,leverage | side leverage,
                    """)
    void form_isDescribedAsItIsRead(String name, String accepted, String refused) {
        JsonNode schema = parameter("/api/liquidations", name).path("schema");
        Schema described = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);

        for (String text : accepted.split(" ", -1)) {
            assertThat(described.validate(JSON.getNodeFactory().stringNode(text)))
                    .as(text)
                    .isEmpty();
        }
        for (String text : refused.split(" ", -1)) {
            assertThat(described.validate(JSON.getNodeFactory().stringNode(text)))
                    .as(text)
                    .isNotEmpty();
        }
    }

    @Test
    void everyNumber_hasAUnit() {
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, JsonNode> schema :
                description.at("/components/schemas").properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                boolean number = field.getValue().path("type").toString().matches(".*(number|integer).*");
                boolean named = field.getKey().matches(".*(Usd|UsdLow|UsdHigh|Pct|Ms|Seconds|SecondsLeft|Coins|Bars)");
                if (number && !named && !field.getValue().has("description")) {
                    without.add(schema.getKey() + "." + field.getKey());
                }
            }
        }

        assertThat(without)
                .as("numbers whose name tells no unit and that no words describe")
                .isEmpty();
    }

    /// For those who want it without a running service. The copy made here is what clients are generated from.
    @Test
    void publishedDescription_isCurrent() throws Exception {
        // The server is wherever the file's reader runs one; here it has a random port.
        description.asObject().remove("servers");
        Files.writeString(BUILT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + '\n');

        assertThat(PUBLISHED).as("after a change: cp %s %s", BUILT, PUBLISHED).hasSameTextualContentAs(BUILT);
    }

    @Test
    void description_isOpenApi31() {
        assertThat(description.path("openapi").asString()).startsWith("3.1");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).toList();
    }

    private JsonNode operation(String uri) {
        return description.path("paths").path(path(uri)).path("get");
    }

    private JsonNode parameter(String path, String name) {
        return operation(path)
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void assertIsDescribed(String uri, HttpResponse<String> refusal) {
        if (!description.path("paths").has(path(uri))) {
            return; // a route there is not
        }
        assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400);
        new ApiDescription(description).assertDescribes(operation(uri), refusal);
    }

    private static String path(String uri) {
        return URI.create(uri).getPath();
    }

    private HttpResponse<String> get(String uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
