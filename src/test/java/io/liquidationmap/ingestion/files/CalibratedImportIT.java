package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.api.ApiDescription;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.MarketCsv;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/// From a file of a simulated market, by the import, to a calibrated map.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "liquidationmap.ingestion.enabled=false",
            "liquidationmap.maps.listing-age=0s"
        })
@Import(AskingOnce.class)
@FreshDatabase
@ExtendWith(EmptyTables.class)
class CalibratedImportIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("mine", "BTCUSDT");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 82;

    @TempDir
    static Path folder;

    private static BarSeries market;

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    CalibrationLog calibrations;

    @Autowired
    JdbcTemplate rows;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void trade() {
        market = SimulatedMarket.of(WorldParameters.draw(1), 1, START, Interval.ONE_HOUR)
                .record(DAYS * 24, Set.of())
                .bars();
    }

    @Test
    void importedHistory_isCalibrated_fromSixtyDaysOn() throws IOException {
        int status = execute(file("bars.csv", market), "--liquidations=complete");

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("mine:BTCUSDT calibration: 4 of 4 moments calibrated, complete from 2026-03-23T00:00:00Z on;"
                        + " the next from 2026-03-30T00:00:00Z on");
        assertThat(calibration(50)).isEqualTo("none");
        assertThat(calibration(60)).isEqualTo("none");
        assertThat(calibration(61)).isEqualTo("complete");
        assertThat(calibration(75)).isEqualTo("complete");
        assertThat(version(60)).isEqualTo("conserved conserved-1");
        assertThat(version(61)).isEqualTo("conserved calibrated-1@2026-03-02");
        assertThat(version(75)).isEqualTo("conserved calibrated-1@2026-03-16");
        Map<String, Object> entry = JsonPath.read(get("/api/status"), "$.calibrations[0]");
        assertThat(entry)
                .containsEntry("venue", "mine")
                .containsEntry("calibration", "complete")
                .containsEntry("knownFrom", "2026-03-23T00:00:00Z")
                .containsEntry("next", "2026-03-30T00:00:00Z")
                .containsEntry("due", 4)
                .containsEntry("done", 4)
                .containsEntry("lastRefusal", null);
    }

    @Test
    void answersOfThePast_areTheSameForEver() throws IOException {
        execute(file("first.csv", market.slice(0, 70 * 24)), "--liquidations=complete");
        String early = map(55);
        String late = map(69);

        execute(file("later.csv", market.slice(70 * 24, market.size())), "--liquidations=complete");

        assertThat(map(55)).isEqualTo(early);
        assertThat(map(69)).isEqualTo(late);
        assertThat(calibrations.outcomes(BITCOIN)).hasSize(4);
    }

    /// Later bars, liquidations, parameters and venues change nothing about what was known before; nor does a restart.
    /// Over a stretch of time in which other parameters became known.
    @Test
    void answersOfThePast_areTheSameForEver_atEveryEndpoint_inAnotherServiceToo() throws IOException {
        execute(file("first.csv", market.slice(0, 70 * 24)), "--liquidations=complete");
        List<String> uris = questionsOfThePast();
        assertThat(uris.stream().map(uri -> uri.replaceFirst("[?].*", "")).distinct())
                .as("every endpoint that answers as of a past moment")
                .containsExactlyInAnyOrderElementsOf(endpointsWithAsOf());
        List<String> before = uris.stream().map(this::get).toList();
        assertThat(version(69)).isEqualTo("conserved calibrated-1@2026-03-09");

        BarSeries later = market.slice(70 * 24, market.size());
        execute(file("later.csv", later), "--liquidations=complete");
        executeFor("yours", file("another.csv", later), "--liquidations=throttled");

        assertThat(version(76)).isNotEqualTo(version(69));
        assertThat(JsonPath.<List<String>>read(map(76), "$.venues")).containsExactly("mine", "yours");
        assertThat(uris).map(this::get).isEqualTo(before);
        try (ConfigurableApplicationContext another = startAnother()) {
            RestTestClient anothers = clientOf(another);
            assertThat(uris).map(uri -> get(anothers, uri)).isEqualTo(before);
        }
    }

    /// A day is altered where it is stored, so that it shows where another service has its days from.
    @Test
    void daysOfAHistory_areComputedOnce_forAnotherServiceToo() throws IOException {
        execute(file("bars.csv", market), "--liquidations=complete");
        String question = "/api/imbalance/history?history=60d&format=csv&asOf=" + day(80);
        List<String> before = get(question).lines().toList();
        assertThat(rows.queryForObject("select count(*) from imbalance_point", Long.class))
                .isEqualTo(61);
        rows.update("update imbalance_point set stale = not stale where as_of = cast(? as timestamptz)", "" + day(70));

        try (ConfigurableApplicationContext another = startAnother()) {
            List<String> after = get(clientOf(another), question).lines().toList();

            assertThat(after).hasSameSizeAs(before);
            assertThat(IntStream.range(0, before.size())
                            .filter(i -> !after.get(i).equals(before.get(i))))
                    .hasSize(DistanceImbalance.DISTANCES_PCT.size())
                    .allMatch(i -> before.get(i).contains("," + day(70) + ",")
                            && after.get(i).equals(before.get(i).replaceFirst("false(,[a-z]*,*)$", "true$1")));
        }
        assertThat(rows.queryForObject("select count(*) from imbalance_point", Long.class))
                .isEqualTo(61);
    }

    /// Of a real market in a real database, with all that the description's own tests have no example of.
    @Test
    void everyAnswer_isAsDescribed() throws IOException {
        execute(file("bars.csv", market.slice(0, 70 * 24)), "--liquidations=complete");
        ApiDescription description = ApiDescription.of(get("/v3/api-docs"));
        List<String> uris = Stream.concat(
                        questionsOfThePast().stream(),
                        Stream.of(
                                "/api",
                                "/api/capabilities",
                                "/api/status",
                                "/api/symbols",
                                "/api/venues",
                                // Refused: before the history, beyond the map, of what is not known, and where nobody
                                // is
                                // counted.
                                "/api/imbalance?asOf=" + day(-1),
                                "/api/liquidations/price-for?usd=1e15&direction=up&asOf=" + day(69),
                                "/api/liquidations?symbol=NOTHING",
                                "/api/overview?venues=nobody",
                                "/api/liquidations/exact"))
                .toList();

        for (String uri : uris) {
            EntityExchangeResult<byte[]> answer =
                    client.get().uri(uri).exchange().expectBody().returnResult();
            JsonNode operation = description.operation(uri.replaceFirst("[?].*", ""), "get");
            assertThat(answer.getStatus().is5xxServerError()).as(uri).isFalse();
            assertThatCode(() -> description.assertDescribes(
                            operation,
                            answer.getStatus().value(),
                            Objects.toString(answer.getResponseHeaders().getContentType(), ""),
                            new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8)))
                    .as(uri)
                    .doesNotThrowAnyException();
        }
    }

    private List<String> questionsOfThePast() {
        double price = JsonPath.<Number>read(map(69), "$.price").doubleValue();
        return Stream.of(
                        "/api/liquidations?groupBy=leverage,venue",
                        "/api/liquidations?range=1y&format=csv",
                        "/api/liquidations?model=opened&buckets=50",
                        "/api/liquidations/at?price=" + 1.05 * price,
                        "/api/liquidations/price-for?usd=1000&direction=down",
                        "/api/liquidations/clusters?limit=5",
                        "/api/liquidations/clusters?format=csv",
                        "/api/liquidations/heatmap?range=20d",
                        "/api/liquidations/heatmap?range=20d&format=csv",
                        "/api/liquidations/heatmap?range=20d&model=opened&step=4h",
                        "/api/liquidations/realised?range=20d&step=4h",
                        "/api/liquidations/realised?range=2d&format=csv",
                        "/api/liquidations/diff?from=" + day(59),
                        "/api/liquidations/diff?format=csv&from=" + day(68) + "&to=" + day(69),
                        "/api/liquidations.svg?theme=dark",
                        "/api/liquidations.png?groupBy=leverage",
                        "/api/imbalance",
                        "/api/imbalance?model=opened&format=csv",
                        "/api/imbalance/history?history=20d",
                        "/api/imbalance/history?step=4h&format=csv&from=" + day(61),
                        "/api/cascade?shockPct=-5",
                        "/api/cascade?shockPct=3&format=csv",
                        "/api/ladder?capital=5000",
                        "/api/ladder?capital=5000&side=short&format=csv",
                        "/api/overview",
                        "/api/overview?format=csv",
                        "/api/accuracy",
                        "/api/accuracy?format=csv",
                        "/api/liquidation-price?venue=mine&symbol=BTCUSDT&side=long&leverage=10&entry=" + price)
                .map(uri -> uri + (uri.contains("?") ? "&" : "?") + "asOf=" + day(69))
                .toList();
    }

    /// Without known positions, of which the file has none; they have a test of their own.
    private Set<String> endpointsWithAsOf() {
        Map<String, Object> paths = JsonPath.read(get("/v3/api-docs"), "$.paths");
        return paths.entrySet().stream()
                .filter(path -> !JsonPath.<List<Object>>read(path.getValue(), "$..parameters[?(@.name=='asOf')]")
                        .isEmpty())
                .map(Map.Entry::getKey)
                .filter(path -> !path.equals("/api/liquidations/exact"))
                .collect(Collectors.toSet());
    }

    /// At a venue of its own: what the service knows of an instrument outlives the emptied tables.
    @Test
    void sample_isAssumed_untilTheImportSaysOtherwise() throws IOException {
        String file = file("bars.csv", market.slice(0, 63 * 24));
        executeFor("sampled", file);
        assertThat(calibration(62)).isEqualTo("throttled");

        executeFor("sampled", file, "--liquidations=complete");

        assertThat(calibration(62)).isEqualTo("complete");
        assertThat(executeFor("sampled", file, "--liquidations=none")).isEqualTo(2);
    }

    private int execute(String file, String... options) {
        return executeFor("mine", file, options);
    }

    private int executeFor(String venue, String file, String... options) {
        String[] arguments = Stream.concat(
                        List.of("--venue=" + venue, "--symbol=BTCUSDT", "--interval=1h", "--price=mark", file).stream(),
                        List.of(options).stream())
                .toArray(String[]::new);
        return new ImportCommand(this::start)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(arguments);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(LiquidationMapApplication.class)
                .profiles(ImportCommand.NAME)
                .run(
                        "--spring.datasource.url=" + connection.getJdbcUrl(),
                        "--spring.datasource.username=" + Objects.requireNonNull(connection.getUsername()),
                        "--spring.datasource.password=" + Objects.requireNonNull(connection.getPassword()));
    }

    private ConfigurableApplicationContext startAnother() {
        return new SpringApplicationBuilder(LiquidationMapApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--liquidationmap.ingestion.enabled=false",
                        "--spring.datasource.url=" + connection.getJdbcUrl(),
                        "--spring.datasource.username=" + Objects.requireNonNull(connection.getUsername()),
                        "--spring.datasource.password=" + Objects.requireNonNull(connection.getPassword()));
    }

    private static RestTestClient clientOf(ConfigurableApplicationContext service) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .build();
    }

    private static String file(String name, BarSeries bars) throws IOException {
        Path path = folder.resolve(name);
        try (Writer writer = Files.newBufferedWriter(path)) {
            MarketCsv.write(bars, writer);
        }
        return path.toString();
    }

    private String calibration(int day) {
        return JsonPath.read(map(day), "$.coverage[0].calibration");
    }

    private String version(int day) {
        return JsonPath.read(map(day), "$.method.version");
    }

    private String map(int day) {
        return get("/api/liquidations?symbol=BTC&asOf=" + day(day));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private String get(String uri) {
        return get(client, uri);
    }

    private static String get(RestTestClient service, String uri) {
        byte[] body = service.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
