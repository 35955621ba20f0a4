package io.liquidationmap.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/// The whole service over a real database.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "liquidationmap.ingestion.enabled=false",
            "liquidationmap.maps.listing-age=0s"
        })
@Import(AskingOnce.class)
@AutoConfigureMetrics
@FreshDatabase
@ExtendWith(EmptyTables.class)
class ApiIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 60 * 24;
    private static final Instant END = START.plus(Duration.ofHours(HOURS));

    private static int instruments;

    /// A new one for each test: what the service holds of a series outlives the emptied tables.
    private final InstrumentId btc = InstrumentId.of("binance", "BTCUSDT-" + instruments++);

    @Autowired
    private RestTestClient client;

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private BarHistory history;

    @Autowired
    private SettableClock clock;

    @LocalManagementPort
    private int managementPort;

    @BeforeEach
    void listInstrument() {
        clock.set(END);
        catalog.register(new KnownVenue(btc.venue(), false));
        catalog.register(new Instrument(btc, "BTC", "USDT", ContractType.LINEAR));
    }

    @Test
    void map_reconcilesWithOpenInterestOnBothSides() {
        List<Bar> bars = store(0, HOURS);
        Bar last = bars.getLast();
        double openInterestUsd =
                requireNonNull(last.openInterest()) * last.price().close();

        String map = text(get("/api/liquidations?range=30d&spanPct=20", 200));

        for (String side : List.of("long", "short")) {
            Map<String, Object> parts = JsonPath.<List<Map<String, Object>>>read(
                            map, "$.reconciliation[?(@.side=='" + side + "')]")
                    .getFirst();
            assertThat(number(parts, "openInterestUsd")).isCloseTo(openInterestUsd, within(openInterestUsd * 1e-9));
            assertThat(number(parts, "levelsUsd")
                            + number(parts, "unleveredUsd")
                            + number(parts, "openedBeforeRangeUsd"))
                    .isCloseTo(openInterestUsd, within(openInterestUsd * 1e-6));
            String direction = side.equals("short") ? "up" : "down";
            String outside = side.equals("short") ? "outsideUpUsd" : "outsideDownUsd";
            Map<String, Object> totals = JsonPath.read(map, "$.totals");
            assertThat(number(totals, direction + "Usd") + number(totals, outside))
                    .isCloseTo(number(parts, "levelsUsd"), within(openInterestUsd * 1e-6));
            List<Number> buckets = JsonPath.read(map, "$.buckets[?(@.side=='" + side + "')].usd");
            assertThat(buckets.stream().mapToDouble(Number::doubleValue).sum())
                    .isCloseTo(number(totals, direction + "Usd"), within(openInterestUsd * 1e-6));
        }
        assertThat(JsonPath.<Boolean>read(map, "$.simulated")).isFalse();
        assertThat(JsonPath.<Integer>read(map, "$.coverage[0].barsPresent")).isEqualTo(30 * 24);
    }

    @Test
    void answerOfANamedInstant_isByteIdenticalWhateverComesLater() {
        store(0, HOURS - 48);
        String uri = "/api/liquidations?range=30d&groupBy=leverage,venue&asOf=" + END.minus(Duration.ofDays(2));
        ExchangeResult before = get(uri, 200);

        store(HOURS - 48, HOURS);
        ExchangeResult after = get(uri, 200);

        assertThat(after.getResponseBodyContent()).isEqualTo(before.getResponseBodyContent());
        assertThat(after.getResponseHeaders().getETag())
                .isEqualTo(before.getResponseHeaders().getETag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cascade?asOf=%s",
                "/api/ladder?capital=5000&asOf=%s",
                "/api/overview?asOf=%s",
                "/api/imbalance?asOf=%s",
                "/api/imbalance?format=csv&asOf=%s",
                "/api/imbalance/history?to=%s",
                "/api/imbalance/history?format=csv&step=4h&history=20d&to=%s"
            })
    void imbalanceOfTheNamedPast_isByteIdenticalWhateverComesLater(String uri) {
        store(0, HOURS - 48);
        String past = uri.formatted(END.minus(Duration.ofDays(2)));
        ExchangeResult before = get(past, 200);

        store(HOURS - 48, HOURS);

        assertThat(get(past, 200).getResponseBodyContent()).isEqualTo(before.getResponseBodyContent());
    }

    @Test
    void imbalanceHistory_isWhatTheImbalanceWasThen() {
        store(0, HOURS);

        String history = text(get("/api/imbalance/history?from=2026-02-01T00:00:00Z", 200));

        assertThat(JsonPath.<String>read(history, "$.from")).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(JsonPath.<String>read(history, "$.to")).isEqualTo("2026-03-02T00:00:00Z");
        for (int day = 0; day < 30; day += 7) {
            Map<String, Object> point = JsonPath.read(history, "$.points[" + day + "].imbalance[2]");
            String then = text(
                    get("/api/imbalance?asOf=" + JsonPath.<String>read(history, "$.points[" + day + "].asOf"), 200));
            Map<String, Object> entry = JsonPath.read(then, "$.imbalance[2]");
            for (String field : List.of("distancePct", "upUsd", "downUsd", "ratio")) {
                assertThat(number(point, field)).isCloseTo(number(entry, field), Percentage.withPercentage(1e-7));
            }
        }
    }

    @Test
    void heatmap_hasInEachColumnTheMapOfThatTime() {
        store(0, HOURS);
        String heatmap = text(get("/api/liquidations/heatmap?range=20d&step=4h&buckets=100", 200));
        List<Map<String, Object>> times = JsonPath.read(heatmap, "$.times");
        List<Map<String, Object>> prices = JsonPath.read(heatmap, "$.prices");
        assertThat(times).hasSize(20 * 6);
        String axis = "&buckets=100&minPrice=" + prices.getFirst().get("low") + "&maxPrice="
                + prices.getLast().get("high");
        for (int time : new int[] {0, 57, 119}) {
            Map<String, Object> at = times.get(time);
            String map = text(get("/api/liquidations?range=20d&asOf=" + at.get("time") + axis, 200));
            assertThat(number(at, "close"))
                    .isEqualTo(JsonPath.<Number>read(map, "$.price").doubleValue());
            List<Number> ofMap = JsonPath.read(map, "$.buckets[?(@.usd >= 0.5)].usd");
            List<Number> ofHeatmap = JsonPath.read(heatmap, "$.cells[?(@.timeIndex == " + time + ")].usd");
            assertThat(ofHeatmap.stream().map(Number::longValue).toList())
                    .isEqualTo(ofMap.stream()
                            .map(usd -> Math.round(usd.doubleValue()))
                            .toList())
                    .hasSizeGreaterThan(50);
        }
        assertThat(JsonPath.<Number>read(heatmap, "$.maxUsd").longValue())
                .isEqualTo(JsonPath.<List<Number>>read(heatmap, "$.cells[*].usd").stream()
                        .mapToLong(Number::longValue)
                        .max()
                        .orElseThrow());
    }

    @Test
    void diff_addsUp_toTheMapAtItsEnd() {
        store(0, HOURS);

        String diff = text(get("/api/liquidations/diff?range=30d&from=" + END.minus(Duration.ofDays(3)), 200));
        String map = text(get("/api/liquidations?range=30d", 200));

        List<Map<String, Object>> entries = new ArrayList<>(JsonPath.read(diff, "$.buckets"));
        entries.addAll(JsonPath.read(diff, "$.totals"));
        entries.addAll(JsonPath.read(diff, "$.outside"));
        entries.addAll(JsonPath.read(diff, "$.byVenue"));
        assertThat(entries)
                .hasSizeGreaterThan(200)
                .allSatisfy(entry -> assertThat(number(entry, "afterUsd"))
                        .isCloseTo(
                                number(entry, "beforeUsd")
                                        + number(entry, "openedUsd")
                                        - number(entry, "sweptUsd")
                                        - number(entry, "closedUsd"),
                                within(0.01)));
        assertThat(JsonPath.<String>read(diff, "$.to")).isEqualTo(JsonPath.<String>read(map, "$.asOf"));
        for (String side : List.of("long", "short")) {
            Map<String, Object> inside = JsonPath.<List<Map<String, Object>>>read(
                            diff, "$.totals[?(@.side=='" + side + "')]")
                    .getFirst();
            assertThat(number(inside, "afterUsd"))
                    .isCloseTo(
                            number(JsonPath.read(map, "$.totals"), side.equals("short") ? "upUsd" : "downUsd"),
                            within(0.01));
            for (String flow : List.of("beforeUsd", "openedUsd", "sweptUsd", "closedUsd")) {
                assertThat(number(inside, flow)).isPositive();
            }
        }
    }

    @Test
    void diffFromBeforeTheData_isNotCovered() {
        store(0, HOURS);

        String problem = text(get("/api/liquidations/diff?range=90d&from=2025-12-31T00:00:00Z", 422));

        assertThat(JsonPath.<String>read(problem, "$.errors[0].parameter")).isEqualTo("from");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].allowed")).startsWith("2026-01-01T01:00:00Z");
    }

    @Test
    void imbalanceHistory_isATable() {
        store(0, HOURS);

        String table = text(get("/api/imbalance/history?history=10d&step=1d&format=csv", 200));

        assertThat(table.lines()).hasSize(1 + 11 * 4);
        assertThat(table)
                .startsWith("symbol,venues,range,model,as_of,simulated,current_price_usd,point_as_of,point_price_usd,"
                        + "distance_pct,up_usd,down_usd,ratio,log_ratio,warming_up,degraded,stale,dominant_side,"
                        + "days_180d,percentile_180d,robust_z_180d,normal_ratio_low_180d,normal_ratio_high_180d,"
                        + "days_730d,percentile_730d,robust_z_730d,normal_ratio_low_730d,normal_ratio_high_730d\r\n")
                .contains(",2026-03-02T00:00:00Z,");
    }

    @Test
    void imbalanceHistoryBeforeTheData_isNotCovered() {
        store(0, HOURS);

        String problem = text(get("/api/imbalance/history?from=2025-12-01T00:00:00Z", 422));

        assertThat(JsonPath.<String>read(problem, "$.errors[0].parameter")).isEqualTo("from");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].allowed")).startsWith("2026-01-02T00:00:00Z");
    }

    @Test
    void imbalanceOfAYoungMarket_isNotCompared() {
        store(0, HOURS);

        String imbalance = text(get("/api/imbalance", 200));

        assertThat(JsonPath.<List<String>>read(imbalance, "$.imbalance[*].standing[*].withheld"))
                .containsOnly("needs 90 days of history; there are 19");
        assertThat(JsonPath.<List<Double>>read(imbalance, "$.imbalance[*].ratioLow"))
                .doesNotContainNull();
        assertThat(JsonPath.<Number>read(imbalance, "$.method.errorFactor").doubleValue())
                .isGreaterThan(1);
    }

    @Test
    void openedModel_claimsNoBand() {
        store(0, HOURS);

        String map = text(get("/api/liquidations?model=opened", 200));

        assertThat(map).contains("\"errorFactor\":null").doesNotContain("\"usdLow\"");
        assertThat(JsonPath.<List<Number>>read(map, "$.imbalance[*].upUsdLow")).containsOnlyNulls();
    }

    @Test
    void bands_containTheirAmounts() {
        store(0, HOURS);

        String map = text(get("/api/liquidations", 200));

        List<Map<String, Object>> buckets = JsonPath.read(map, "$.buckets");
        assertThat(buckets).allSatisfy(bucket -> {
            assertThat(number(bucket, "usd")).isBetween(number(bucket, "usdLow"), number(bucket, "usdHigh"));
            assertThat(number(bucket, "cumulativeUsd"))
                    .isBetween(number(bucket, "cumulativeUsdLow"), number(bucket, "cumulativeUsdHigh"));
        });
        List<Map<String, Object>> curve = JsonPath.read(map, "$.cumulative.up");
        assertThat(curve)
                .allSatisfy(point ->
                        assertThat(number(point, "usd")).isBetween(number(point, "usdLow"), number(point, "usdHigh")));
    }

    @Test
    void repairedBar_changesAnswersAndTheirIdentity() {
        List<Bar> bars = store(0, HOURS);
        ExchangeResult before = get("/api/liquidations", 200);

        Bar repaired = bars.get(HOURS - 30).toBuilder().openInterest(90_000.0).build();
        history.write(btc, Interval.ONE_HOUR, List.of(repaired));
        ExchangeResult after = get("/api/liquidations", 200);

        assertThat(after.getResponseHeaders().getETag())
                .isNotEqualTo(before.getResponseHeaders().getETag());
        assertThat(JsonPath.<String>read(text(after), "$.method.inputHash"))
                .isNotEqualTo(JsonPath.<String>read(text(before), "$.method.inputHash"));
    }

    @Test
    void knownAnswer_isNotSentAgain() {
        store(0, HOURS);
        String etag = requireNonNull(
                get("/api/liquidations", 200).getResponseHeaders().getETag());

        client.get()
                .uri("/api/liquidations")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void priceFor_isTheInverseOfAt() {
        store(0, HOURS);
        String available = text(get("/api/liquidations/price-for?usd=1000000&direction=down", 200));
        double half = JsonPath.<Number>read(available, "$.availableUsd").doubleValue() / 2;

        String reach = text(get("/api/liquidations/price-for?direction=down&usd=" + half, 200));
        Number target = JsonPath.read(reach, "$.targetPrice");
        String triggered = text(get("/api/liquidations/at?price=" + target, 200));

        assertThat(JsonPath.<String>read(triggered, "$.direction")).isEqualTo("down");
        assertThat(JsonPath.<Number>read(triggered, "$.triggeredUsd").doubleValue())
                .isCloseTo(half, within(half * 1e-6));
    }

    @Test
    void priceBeyondTheMap_isRefusedWithTheMost() {
        store(0, HOURS);

        String problem = text(get("/api/liquidations/price-for?usd=1e15&direction=up", 422));

        assertThat(JsonPath.<String>read(problem, "$.errors[0].allowed")).matches("at most [0-9]+\\.[0-9]{2}");
    }

    @Test
    void openedModel_doesNotReconcile() {
        store(0, HOURS);

        assertThat(differenceUsd("conserved")).isCloseTo(0, within(1.0));
        assertThat(Math.abs(differenceUsd("opened"))).isGreaterThan(1e6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/liquidations?format=csv",
                "/api/liquidations/clusters",
                "/api/liquidations/clusters?format=csv",
                "/api/cascade",
                "/api/cascade?shockPct=5&format=csv",
                "/api/ladder?capital=5000",
                "/api/ladder?capital=5000&phases=10&side=short&spanPct=20&format=csv",
                "/api/overview",
                "/api/overview?symbols=btc&format=csv",
                "/api/imbalance",
                "/api/imbalance?format=csv",
                "/api/imbalance/history?history=30d",
                "/api/imbalance/history?history=30d&format=csv",
                "/api/liquidation-price?venue=binance&symbol=BTC&side=short&entry=60000&leverage=20",
                "/api/symbols",
                "/api/symbols?format=csv",
                "/api/venues",
                "/api/capabilities",
                "/api/status",
                "/api/status?format=csv",
                "/api/accuracy",
                "/api/accuracy?format=csv",
                "/api"
            })
    void endpoint_answers(String uri) {
        store(0, HOURS);

        assertThat(get(uri, 200).getResponseBodyContent()).isNotEmpty();
    }

    @Test
    void instantBeforeTheHistory_isNotCovered() {
        store(0, HOURS);

        String problem = text(get("/api/liquidations?asOf=2025-06-01T00:00:00Z", 422));

        assertThat(JsonPath.<String>read(problem, "$.code")).isEqualTo("not-covered");
        assertThat(JsonPath.<String>read(problem, "$.errors[0].allowed")).startsWith("2026-01-01T01:00:00Z");
    }

    @Test
    void symbolWithoutBars_hasNoDataYet() {
        ExchangeResult result = get("/api/liquidations", 503);

        assertThat(result.getResponseHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(text(result)).contains("\"code\":\"no-data-yet\"", "no bar of " + btc);
    }

    @Test
    void unknownSymbol_isNotFound() {
        store(0, 24);

        assertThat(text(get("/api/liquidations?symbol=NOPE", 404))).contains("\"code\":\"unknown-symbol\"", "BTC");
    }

    @Test
    void operation_isObservedOnAPortOfItsOwn() {
        RestTestClient management = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build();

        for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus")) {
            management.get().uri(path).exchange().expectStatus().isOk();
        }
        get("/readyz", 200);
        get("/livez", 200);
        get("/actuator/health", 404);
    }

    private double differenceUsd(String model) {
        String map = text(get("/api/liquidations?model=" + model, 200));
        assertThat(JsonPath.<String>read(map, "$.model")).isEqualTo(model);
        return JsonPath.<Number>read(map, "$.reconciliation[0].differenceUsd").doubleValue();
    }

    private ExchangeResult get(String uri, int status) {
        return client.get()
                .uri(URI.create(uri))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String text(ExchangeResult result) {
        return new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    private static double number(Map<String, Object> fields, String name) {
        return ((Number) fields.getOrDefault(name, Double.NaN)).doubleValue();
    }

    /// Stores the hours `[from, to)` of the one random walk of price and open interest.
    private List<Bar> store(int from, int to) {
        SplittableRandom random = new SplittableRandom(7);
        List<Bar> bars = new ArrayList<>();
        double price = 60_000;
        double openInterest = 80_000;
        for (int hour = 0; hour < to; hour++) {
            double open = price;
            price *= Math.exp(0.005 * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.002 * random.nextDouble());
            openInterest *= Math.exp(0.003 * random.nextGaussian());
            Candle candle = new Candle(open, high, low, price);
            bars.add(Bar.at(START.plus(Duration.ofHours(hour)), candle, PriceKind.MARK)
                    .volume(10_000 + 5_000 * random.nextDouble())
                    .openInterest(openInterest)
                    .build());
        }
        history.write(btc, Interval.ONE_HOUR, bars.subList(from, to));
        return bars;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(END);
        }
    }
}
