package io.liquidationmap.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.history.ForecastLog;
import io.liquidationmap.history.ForecastLog.Entry;
import io.liquidationmap.history.ForecastLog.Progress;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Scores of recorded predictions, over a real database.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "liquidationmap.ingestion.enabled=false"})
@Import(AskingOnce.class)
@FreshDatabase
@ExtendWith(EmptyTables.class)
class LiveAccuracyIT {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final InstrumentId BITCOIN = InstrumentId.of("bybit", "BTCUSDT");

    /// 15 days of buckets, the fewest that are scored.
    private static final int LEAST = 90;

    @Autowired
    RestTestClient client;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    ForecastLog log;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void register() {
        clock.set(START.plus(Duration.ofDays(30)));
        catalog.register(new KnownVenue(BITCOIN.venue(), false));
        catalog.register(new Instrument(BITCOIN, "BTC", "USDT", ContractType.LINEAR));
    }

    @Test
    void nothingPredicted_isAnEmptyList() {
        assertThat(live(get())).isEmpty();
    }

    @Test
    void fewBuckets_areCounted_butNotScored() {
        record(0, LEAST - 1, true);

        assertThat(live(get())).singleElement().satisfies(score -> {
            assertThat(score)
                    .containsEntry("venue", "bybit")
                    .containsEntry("instrument", "BTCUSDT")
                    .containsEntry("simulated", false)
                    .containsEntry("bucket", "4h")
                    .containsEntry("buckets", LEAST - 1)
                    .containsEntry("leastBuckets", LEAST)
                    .containsEntry("completeness", "throttled")
                    .containsEntry("modelVersions", List.of("conserved conserved-1"))
                    .containsEntry("unknownBecause", "89 buckets are too few, 90 are needed");
            for (String unknown : List.of("from", "to", "map", "naive", "control", "mapMinusNaive")) {
                assertThat(score).containsEntry(unknown, null);
            }
        });
    }

    @Test
    void enoughBuckets_areScored_andTheEtagChangesWithThem() {
        record(0, LEAST - 1, true);
        String before = requireNonNull(get().getResponseHeaders().getETag());
        assertThat(get().getResponseHeaders().getETag()).isEqualTo(before);

        clock.advance(Duration.ofHours(4));
        record(LEAST - 1, LEAST, true);

        ExchangeResult after = get();
        assertThat(after.getResponseHeaders().getETag()).isNotEqualTo(before);
        client.get()
                .uri("/api/accuracy")
                .header("If-None-Match", before)
                .exchange()
                .expectStatus()
                .isOk();
        Map<String, Object> score = live(after).getFirst();
        assertThat(score)
                .containsEntry("unknownBecause", null)
                .containsEntry("from", "2026-03-01T00:00:00Z")
                .containsEntry("to", "2026-03-16T00:00:00Z");
        String json = text(after);
        assertThat(number(json, "map.rankCorrelation")).isEqualTo(1);
        assertThat(number(json, "map.predictedToRealised")).isEqualTo(2);
        assertThat(number(json, "naive.rankCorrelation")).isBetween(-0.3, 0.3);
        assertThat(number(json, "mapMinusNaive.rankCorrelation"))
                .isEqualTo(1 - number(json, "naive.rankCorrelation"))
                .isBetween(number(json, "mapMinusNaive.low"), number(json, "mapMinusNaive.high"));
        assertThat(number(json, "mapMinusNaive.low")).isPositive();
    }

    @Test
    void pastMoment_isAnsweredByWhatHadHappenedThen_andStaysSo() {
        clock.advance(Duration.ofHours(1));
        record(0, LEAST, true);
        String then = "/api/accuracy?asOf=2026-03-16T00:00:00Z";
        String before = text(get(then));

        record(LEAST, 2 * LEAST, false);

        assertThat(text(get(then))).isEqualTo(before);
        assertThat(JsonPath.<String>read(before, "$.asOf")).isEqualTo("2026-03-16T00:00:00Z");
        assertThat(live(get(then)).getFirst()).containsEntry("buckets", LEAST);
        assertThat(live(get("/api/accuracy?asOf=2026-03-15T23:59:59Z")).getFirst())
                .containsEntry("buckets", LEAST - 1);
        assertThat(live(get()).getFirst()).containsEntry("buckets", 2 * LEAST);
    }

    @Test
    void nullResult_isShownLikeAnyOther() {
        record(0, LEAST, false);

        String json = text(get());

        assertThat(number(json, "map.rankCorrelation")).isEqualTo(number(json, "naive.rankCorrelation"));
        assertThat(number(json, "mapMinusNaive.rankCorrelation")).isZero();
        assertThat(number(json, "mapMinusNaive.low")).isZero();
        assertThat(number(json, "mapMinusNaive.high")).isZero();
        assertThat(live(get()).getFirst()).containsEntry("unknownBecause", null);
    }

    /// @param knowing whether the map says twice what comes, or what the naive model says
    private void record(int from, int to, boolean knowing) {
        SplittableRandom random = new SplittableRandom(7);
        List<Entry> entries = IntStream.range(0, to)
                .mapToObj(bucket -> {
                    double realised = 1e6 * random.nextDouble(1, 2);
                    double naive = 1e6 * random.nextDouble(1, 2);
                    return new Entry(
                            START.plus(FOUR_HOURS.duration().multipliedBy(bucket)),
                            Side.LONG,
                            "conserved conserved-1",
                            1e9,
                            0.01,
                            knowing ? 2 * realised : naive,
                            naive,
                            1e6 * random.nextDouble(1, 2),
                            realised,
                            bucket == 0 ? Completeness.THROTTLED : Completeness.COMPLETE);
                })
                .toList();
        Instant end = START.plus(FOUR_HOURS.duration().multipliedBy(to));
        log.record(BITCOIN, FOUR_HOURS, entries.subList(from, to), new Progress(Interval.ONE_HOUR, end, 1));
    }

    private ExchangeResult get() {
        return get("/api/accuracy");
    }

    private ExchangeResult get(String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private static List<Map<String, Object>> live(ExchangeResult result) {
        return JsonPath.read(text(result), "$.live");
    }

    private static double number(String json, String path) {
        return JsonPath.<Number>read(json, "$.live[0]." + path).doubleValue();
    }

    private static String text(ExchangeResult result) {
        return new String(requireNonNull(result.getResponseBodyContent()), StandardCharsets.UTF_8);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(START);
        }
    }
}
