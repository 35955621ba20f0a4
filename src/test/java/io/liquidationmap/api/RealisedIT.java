package io.liquidationmap.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.history.Retirements;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.EmptyTables;
import io.liquidationmap.testing.FreshDatabase;
import io.liquidationmap.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/// What was liquidated, over a real database. It is ten past six; two venues list bitcoin, with a bar for every hour.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "liquidationmap.maps.listing-age=0s"})
@Import(AskingOnce.class)
@FreshDatabase
@ExtendWith(EmptyTables.class)
class RealisedIT {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final InstrumentId BYBIT = InstrumentId.of("bybit", "BTCUSDT");
    private static final InstrumentId GATE = InstrumentId.of("gate", "BTC_USDT");

    @Autowired
    RestTestClient client;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    LiquidationLog log;

    @Autowired
    LiquidationCompleteness completeness;

    @Autowired
    Retirements retirements;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void storeBars() {
        clock.set(at(6, 10));
        for (InstrumentId id : List.of(BYBIT, GATE)) {
            catalog.register(new KnownVenue(id.venue(), false));
            catalog.register(new Instrument(id, "BTC", "USDT", ContractType.LINEAR));
        }
        writeBars(BYBIT, null);
    }

    @Test
    void events_areSummedByStepAndSide() {
        listen(at(0, 0), at(6, 5));
        log.append(
                List.of(event(at(3, 0), Side.LONG, 2), event(at(3, 59), Side.LONG, 3), event(at(4, 0), Side.SHORT, 5)),
                List.of());

        String answer = text(get("?range=3h", 200));

        assertThat(JsonPath.<String>read(answer, "$.from")).isEqualTo("2026-03-02T04:00:00Z");
        assertThat(JsonPath.<String>read(answer, "$.to")).isEqualTo("2026-03-02T06:00:00Z");
        assertThat(steps(text(get("?from=2026-03-02T03:00:00Z&to=2026-03-02T05:00:00Z&venues=bybit", 200))))
                .containsExactly(
                        "03:00 bybit long 500.0 2 complete 100.0 events",
                        "03:00 bybit short 0.0 0 complete 100.0 events",
                        "04:00 bybit long 0.0 0 complete 100.0 events",
                        "04:00 bybit short 500.0 1 complete 100.0 events");
    }

    @Test
    void gap_isNeverZero() {
        listen(at(1, 0), at(2, 15));
        listen(at(2, 30), at(3, 0));
        log.append(List.of(event(at(2, 5), Side.LONG, 2)), List.of());

        String answer = text(get("?from=2026-03-02T00:00:00Z&to=2026-03-02T04:00:00Z", 200));

        assertThat(steps(answer).stream().filter(step -> step.contains("long")))
                .containsExactly(
                        "00:00 bybit long null null none 0.0 null",
                        "01:00 bybit long 0.0 0 complete 100.0 events",
                        "02:00 bybit long 200.0 1 complete 75.0 events",
                        "03:00 bybit long null null none 0.0 null");
        assertThat(JsonPath.<List<Map<String, String>>>read(answer, "$.coverage[0].gaps").stream()
                        .map(gap -> gap.get("from") + " " + gap.get("to")))
                .containsExactly(
                        "2026-03-02T00:00:00Z 2026-03-02T01:00:00Z",
                        "2026-03-02T02:15:00Z 2026-03-02T02:30:00Z",
                        "2026-03-02T03:00:00Z 2026-03-02T04:00:00Z");
    }

    @Test
    void bars_answerWhereNobodyListened() {
        writeBars(GATE, 7e6);
        completeness.declare(GATE, Completeness.COMPLETE);
        log.append(
                List.of(Liquidation.ofCoins(GATE, at(3, 0), Side.LONG, 100, 1)),
                List.of(new Coverage(GATE, at(3, 0), at(4, 0), Completeness.THROTTLED)));

        String answer = text(get("?from=2026-03-02T02:00:00Z&to=2026-03-02T04:00:00Z&venues=gate", 200));

        assertThat(steps(answer))
                .containsExactly(
                        "02:00 gate long 7000000.0 null complete 100.0 bars",
                        "02:00 gate short 0.0 null complete 100.0 bars",
                        "03:00 gate long 100.0 1 throttled 100.0 events",
                        "03:00 gate short 0.0 0 throttled 100.0 events");
        assertThat(JsonPath.<String>read(answer, "$.coverage[0].completeness")).isEqualTo("throttled");
        assertThat(JsonPath.<List<Object>>read(answer, "$.coverage[0].gaps")).isEmpty();
        assertThat(steps(text(get("?from=2026-03-02T02:00:00Z&to=2026-03-02T04:00:00Z&step=2h&venues=gate", 200))))
                .first()
                .isEqualTo("02:00 gate long 1.4E7 null throttled 100.0 bars");
    }

    @Test
    void bars_areASample_unlessSomebodyVouchesForThem() {
        writeBars(GATE, 7e6);
        String question = "?from=2026-03-02T02:00:00Z&to=2026-03-02T03:00:00Z&venues=gate";

        assertThat(steps(text(get(question, 200))))
                .first()
                .isEqualTo("02:00 gate long 7000000.0 null throttled 100.0 bars");
        completeness.declare(GATE, Completeness.COMPLETE);
        assertThat(steps(text(get(question, 200))))
                .first()
                .isEqualTo("02:00 gate long 7000000.0 null complete 100.0 bars");
    }

    @Test
    void instrumentsOfOneVenue_areAddedUp_andCoverageIsTheirs() {
        InstrumentId usdc = InstrumentId.of("bybit", "BTCUSDC");
        catalog.register(new Instrument(usdc, "BTC", "USDC", ContractType.LINEAR));
        writeBars(usdc, 50.0);
        completeness.declare(usdc, Completeness.COMPLETE);
        listen(at(1, 0), at(2, 0));
        log.append(List.of(event(at(1, 5), Side.LONG, 2)), List.of());

        assertThat(steps(text(get("?from=2026-03-02T01:00:00Z&to=2026-03-02T03:00:00Z&venues=bybit", 200))).stream()
                        .filter(step -> step.contains("long")))
                .containsExactly(
                        "01:00 bybit long 250.0 null complete 100.0 mixed",
                        "02:00 bybit long 50.0 null complete 50.0 bars");
    }

    @Test
    void answerAsOfAnInstant_knowsNothingLater_andStaysTheSame() {
        listen(at(0, 0), at(6, 5));
        log.append(List.of(event(at(1, 30), Side.LONG, 2), event(at(3, 30), Side.LONG, 4)), List.of());
        String uri = "?asOf=2026-03-02T03:45:00Z&range=3h";
        ExchangeResult before = get(uri, 200);

        log.append(
                List.of(event(at(4, 30), Side.LONG, 8)),
                List.of(new Coverage(BYBIT, at(5, 0), at(7, 0), Completeness.COMPLETE)));
        clock.set(at(29, 0));
        ExchangeResult after = get(uri, 200);

        assertThat(after.getResponseBodyContent()).isEqualTo(before.getResponseBodyContent());
        assertThat(after.getResponseHeaders().getETag())
                .isEqualTo(requireNonNull(before.getResponseHeaders().getETag()));
        assertThat(after.getResponseHeaders().getCacheControl()).isEqualTo("max-age=300, public");
        assertThat(JsonPath.<String>read(text(after), "$.asOf")).isEqualTo("2026-03-02T03:45:00Z");
        assertThat(JsonPath.<String>read(text(after), "$.to")).isEqualTo("2026-03-02T03:00:00Z");
        assertThat(steps(text(after)).stream().filter(step -> step.contains("long")))
                .containsExactly(
                        "01:00 bybit long 200.0 1 complete 100.0 events",
                        "02:00 bybit long 0.0 0 complete 100.0 events");
        client.get()
                .uri(URI.create("/api/liquidations/realised" + uri))
                .header(
                        "If-None-Match",
                        requireNonNull(after.getResponseHeaders().getETag()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void venueThatComesLater_changesNothingAboutBefore() {
        listen(at(0, 0), at(6, 5));
        log.append(List.of(event(at(1, 30), Side.LONG, 2)), List.of());
        String uri = "?asOf=2026-03-02T03:45:00Z&range=3h";
        String before = text(get(uri, 200));

        writeBars(GATE, 7e6, 3, 6);

        assertThat(text(get(uri, 200))).isEqualTo(before);
        assertThat(JsonPath.<List<String>>read(text(get("?asOf=2026-03-02T04:00:00Z&range=3h", 200)), "$.venues"))
                .containsExactly("bybit", "gate");
        assertThat(text(get("?asOf=2026-03-02T03:45:00Z&venues=gate", 422))).contains("2026-03-02T04:00:00Z");
    }

    /// What a stream missed is asked for afterwards, and a figure may be vouched for later: it is known, not hidden, and
    /// the answer has another name.
    @Test
    void whatIsLearnedLaterAboutThePast_changesTheNameOfTheAnswer_andKeepsNobodyFromAskingAgain() {
        writeBars(GATE, 7e6);
        listen(at(1, 0), at(2, 0));
        String uri = "?asOf=2026-03-02T03:45:00Z&range=3h";
        clock.set(at(20, 0));
        String before = text(get(uri, 200));
        assertThat(get(uri, 200).getResponseHeaders().getCacheControl()).isEqualTo("no-cache, public");
        assertThat(JsonPath.<String>read(before, "$.method.version")).isEqualTo("realised-1");
        assertThat(hash(text(get(uri, 200)))).isEqualTo(hash(before)).hasSize(32);

        log.append(List.of(event(at(1, 30), Side.LONG, 2)), List.of());
        String withLateEvent = text(get(uri, 200));
        assertThat(hash(withLateEvent)).isNotEqualTo(hash(before));
        listen(at(2, 0), at(2, 30));
        String withLateStretch = text(get(uri, 200));
        assertThat(hash(withLateStretch)).isNotEqualTo(hash(withLateEvent));
        completeness.declare(GATE, Completeness.COMPLETE);
        String withDeclaration = text(get(uri, 200));
        assertThat(hash(withDeclaration)).isNotEqualTo(hash(withLateStretch));
        writeBars(GATE, 8e6);

        assertThat(hash(text(get(uri, 200)))).isNotEqualTo(hash(withDeclaration));
    }

    @Test
    void retiredContract_countsForAsLongAsItWasFollowed() {
        InstrumentId usdc = InstrumentId.of("bybit", "BTCUSDC");
        catalog.register(new Instrument(usdc, "BTC", "USDC", ContractType.LINEAR));
        writeBars(usdc, 50.0, 0, 3);
        completeness.declare(usdc, Completeness.COMPLETE);
        listen(at(0, 0), at(6, 0));
        String early = text(get("?asOf=2026-03-02T04:00:00Z&range=2h", 200));

        retirements.retire(usdc, at(4, 0));

        assertThat(steps(text(get("?from=2026-03-02T02:00:00Z&to=2026-03-02T05:00:00Z", 200))).stream()
                        .filter(step -> step.contains("long")))
                .containsExactly(
                        "02:00 bybit long 50.0 null complete 100.0 mixed",
                        "03:00 bybit long 0.0 0 complete 50.0 events",
                        "04:00 bybit long 0.0 0 complete 100.0 events");
        assertThat(JsonPath.<List<String>>read(text(get("?range=2h", 200)), "$.coverage[*].instrument"))
                .containsExactly("BTCUSDT");
        assertThat(text(get("?asOf=2026-03-02T04:00:00Z&range=2h", 200))).isEqualTo(early);
    }

    @Test
    void answerOfTheMoment_isAsOfTheLastStep() {
        ExchangeResult result = get("?range=1h&format=csv", 200);

        assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("no-cache, public");
        assertThat(text(result))
                .isEqualTo(
                        "symbol,as_of,simulated,from,to,venue,side,liquidated_usd,events,completeness,covered_pct,source\r\n");
        assertThat(text(get("?range=2h&format=csv", 200)).lines().skip(1))
                .containsExactly(
                        "BTC,2026-03-02T06:00:00Z,false,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,bybit,long,,,none,0,",
                        "BTC,2026-03-02T06:00:00Z,false,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,bybit,short,,,none,0,");
    }

    @Test
    void unanswerable_saysWhy() {
        assertThat(text(get("?symbol=NOPE", 404))).contains("\"code\":\"unknown-symbol\"");
        assertThat(text(get("?venues=okx", 404))).contains("\"code\":\"unknown-venue\"");
        assertThat(text(get("?asOf=2026-03-01T00:00:00Z", 422)))
                .contains("\"code\":\"not-covered\"", "2026-03-02T01:00:00Z");
        assertThat(text(get("?venues=gate", 503))).contains("\"code\":\"no-data-yet\"");
    }

    @Test
    void completedBars_agreeWithTheEvents() {
        listen(at(0, 0), at(2, 30));
        log.append(List.of(event(at(1, 30), Side.LONG, 2)), List.of());

        log.completeBars(BYBIT, Interval.ONE_HOUR, at(0, 0), at(6, 0));

        var bars = history.read(BYBIT, Interval.ONE_HOUR, at(0, 0), at(3, 0));
        assertThat(bars.liquidatedLongUsd(0)).isZero();
        assertThat(bars.liquidatedLongUsd(1)).isCloseTo(200, within(1e-9));
        assertThat(bars.liquidatedLongUsd(2)).isNaN();
    }

    private void listen(Instant from, Instant to) {
        log.append(List.of(), List.of(new Coverage(BYBIT, from, to, Completeness.COMPLETE)));
    }

    private static String hash(String answer) {
        return JsonPath.read(answer, "$.method.inputHash");
    }

    private void writeBars(InstrumentId id, @Nullable Double liquidatedLongUsd) {
        writeBars(id, liquidatedLongUsd, 0, 6);
    }

    /// Those of the hours `[from, to)`.
    private void writeBars(InstrumentId id, @Nullable Double liquidatedLongUsd, int from, int to) {
        List<Bar> bars = IntStream.range(from, to)
                .mapToObj(hour -> Bar.at(at(hour, 0), new Candle(100, 101, 99, 100), PriceKind.MARK)
                        .openInterest(1_000.0)
                        .liquidatedLongUsd(liquidatedLongUsd)
                        .liquidatedShortUsd(liquidatedLongUsd == null ? null : (Double) 0.0)
                        .build())
                .toList();
        history.write(id, Interval.ONE_HOUR, bars);
    }

    private static Liquidation event(Instant time, Side side, double coins) {
        return Liquidation.ofCoins(BYBIT, time, side, 100, coins);
    }

    private static Instant at(int hour, int minute) {
        return MIDNIGHT.plus(Duration.ofMinutes(hour * 60L + minute));
    }

    private static List<String> steps(String answer) {
        return JsonPath.<List<Map<String, Object>>>read(answer, "$.steps").stream()
                .map(step -> String.valueOf(step.get("from")).substring(11, 16) + " " + step.get("venue") + " "
                        + step.get("side") + " " + number(step.get("usd")) + " " + step.get("events") + " "
                        + step.get("completeness") + " " + number(step.get("coveredPct")) + " " + step.get("source"))
                .toList();
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value == null ? null : (Double) ((Number) value).doubleValue();
    }

    private ExchangeResult get(String query, int status) {
        return client.get()
                .uri(URI.create("/api/liquidations/realised" + query))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String text(ExchangeResult result) {
        return new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedTime {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(MIDNIGHT);
        }
    }
}
