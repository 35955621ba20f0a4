package io.liquidationmap.ingestion.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.resilience.annotation.EnableResilientMethods;

/// Everything the venue may do, over real HTTP.
class BinanceSourceIT {

    private static final Interval FIVE_MINUTES = Interval.FIVE_MINUTES;
    private static final Instant NOON = Instant.parse("2026-08-10T12:00:00Z");
    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-08-10T12:00:20Z"));
    private final FakeBinance venue = new FakeBinance(clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        venue.close();
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsThatTrade() {
        venue.server.answer("/fapi/v1/exchangeInfo", request -> Answer.json("""
                {"timezone":"UTC","serverTime":1,"symbols":[
                  {"symbol":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","onboardDate":1569398400000},
                  {"symbol":"1000SHIBUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"1000SHIB","quoteAsset":"USDT"},
                  {"symbol":"BTCUSDT_261225","contractType":"CURRENT_QUARTER","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT"},
                  {"symbol":"TSLAUSDT","contractType":"TRADIFI_PERPETUAL","status":"TRADING","baseAsset":"TSLA","quoteAsset":"USDT"},
                  {"symbol":"OLDUSDT","contractType":"PERPETUAL","status":"SETTLING","baseAsset":"OLD","quoteAsset":"USDT"},
                  {"symbol":"NEWUSDT","contractType":"","status":"PENDING_TRADING","baseAsset":"NEW","quoteAsset":"USDT"},
                  {"symbol":"odd!","contractType":"PERPETUAL","status":"TRADING","baseAsset":"odd","quoteAsset":"USDT"}]}"""));

        run(source -> assertThat(source.instruments())
                .containsExactly(
                        BTC,
                        new Instrument(
                                InstrumentId.of("binance", "1000SHIBUSDT"), "1000SHIB", "USDT", ContractType.LINEAR)));
    }

    @Test
    void history_beginsWithTheListing() {
        venue.server.answer("/fapi/v1/exchangeInfo", request -> Answer.json("""
                {"symbols":[{"symbol":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC",\
                "quoteAsset":"USDT","onboardDate":1780272000000}]}"""));

        run(source -> {
            source.instruments();
            assertThat(source.history(BTC, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.ofEpochMilli(1780272000000L), 8640));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(7));

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, NOON);
            assertThat(page.bars()).isEqualTo(FakeBinance.bars(from, NOON, FIVE_MINUTES));
            assertThat(page.refusals()).isEmpty();
            assertThat(venue.server.requests("/fapi/v1/klines")).hasSize(2);
            assertThat(venue.server.requests("/data")).isEmpty();
        });
    }

    @Test
    void bars_areTheSame_whenStatisticsAreLabelledByTheBeginning() {
        venue.statisticsLabelledByBeginning = true;
        Instant from = NOON.minus(Duration.ofDays(2));

        run(source -> assertThat(source.bars(BTC, FIVE_MINUTES, from, NOON).bars())
                .isEqualTo(FakeBinance.bars(from, NOON, FIVE_MINUTES)));
    }

    @Test
    void bars_wait_whileItCannotBeKnownWhatLabelsMean() {
        venue.statisticsLabelledByBeginning = true;
        clock.set(Instant.parse("2026-08-11T00:04:00Z"));
        Instant to = Instant.parse("2026-08-11T00:00:00Z");
        Instant from = to.minus(Duration.ofHours(1));

        run(source -> {
            assertThat(failure(() -> source.bars(BTC, FIVE_MINUTES, from, to)))
                    .isInstanceOf(VenueBusyException.class)
                    .satisfies(busy ->
                            assertThat(((VenueBusyException) busy).retryAfter()).isEqualTo(Duration.ofMinutes(6)));
            clock.set(Instant.parse("2026-08-11T00:10:00Z"));
            assertThat(source.bars(BTC, FIVE_MINUTES, from, to).bars())
                    .isEqualTo(FakeBinance.bars(from, to, FIVE_MINUTES));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "4h", "1d"})
    void bars_ofOtherLengths_carryTheOpenInterestOfTheirEnd(String length) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(10));

        run(source -> assertThat(source.bars(BTC, interval, from, to).bars())
                .isEqualTo(FakeBinance.bars(from, to, interval)));
    }

    @Test
    void bars_neverIncludeOneThatIsOpen() {
        run(source -> {
            BarPage page =
                    source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(10)), NOON.plus(Duration.ofHours(1)));
            assertThat(page.bars().getLast().openTime()).isEqualTo(NOON.minus(Duration.ofMinutes(5)));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bars_ofLongAgo_comeFromTheArchive(boolean headerRows) {
        venue.headerRows = headerRows;
        Instant from = Instant.parse("2026-04-28T06:00:00Z");
        Instant to = Instant.parse("2026-05-03T18:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertThat(page.bars()).isEqualTo(FakeBinance.bars(from, to, FIVE_MINUTES));
            assertThat(page.refusals()).isEmpty();
            assertThat(venue.server.requests("/data/futures/um/monthly/klines"))
                    .extracting(Request::path)
                    .contains("/data/futures/um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2026-04.zip");
            assertThat(venue.server.requests("/data/futures/um/daily/klines")).isEmpty();
            assertThat(venue.server.requests("/futures/data")).isEmpty();
        });
    }

    @Test
    void bars_keepTheirOpenInterest_acrossTheDayTheArchiveChangedItsLabels() {
        Instant from = Instant.parse("2026-06-24T00:00:00Z");
        Instant to = Instant.parse("2026-06-27T00:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertThat(page.bars()).isEqualTo(FakeBinance.bars(from, to, FIVE_MINUTES));
            assertThat(page.refusals()).isEmpty();
        });
    }

    @Test
    void bars_comeFromBoth_whereArchiveAndRestMeet() {
        Instant from = Instant.parse("2026-07-10T00:00:00Z");
        Instant to = Instant.parse("2026-07-15T00:00:00Z");

        run(source -> {
            assertThat(source.bars(BTC, FIVE_MINUTES, from, to).bars())
                    .isEqualTo(FakeBinance.bars(from, to, FIVE_MINUTES));
            assertThat(venue.server.requests("/data/futures/um/daily/metrics")).isNotEmpty();
            assertThat(venue.server.requests("/futures/data/openInterestHist")).isNotEmpty();
        });
    }

    @Test
    void bars_comeFromDailyFiles_whereTheMonthIsNotPublished() {
        venue.absentFiles.add("BTCUSDT-5m-2026-07.zip");
        Instant from = Instant.parse("2026-07-03T00:00:00Z");
        Instant to = Instant.parse("2026-07-05T00:00:00Z");

        run(source -> {
            assertThat(source.bars(BTC, FIVE_MINUTES, from, to).bars())
                    .isEqualTo(FakeBinance.bars(from, to, FIVE_MINUTES));
            assertThat(venue.server.requests("/data/futures/um/daily/klines")).hasSize(4);
        });
    }

    @Test
    void bars_lackOpenInterest_whereTheArchiveHasNone() {
        venue.absentFiles.add("BTCUSDT-metrics-2026-05-02.zip");
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        Instant to = Instant.parse("2026-05-04T00:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertThat(page.bars()).hasSize(3 * 288);
            assertThat(page.bars().stream().filter(bar -> bar.openInterest() == null))
                    .hasSize(288)
                    .allSatisfy(bar ->
                            assertThat(bar.openTime()).isBetween("2026-05-02T00:00:00Z", "2026-05-02T23:55:00Z"));
            assertThat(page.refusals()).isEmpty();
        });
    }

    @Test
    void bars_doNotUseAFileThatDiffersFromItsChecksum() {
        venue.filesWithWrongChecksum.add("BTCUSDT-metrics-2026-05-02.zip");
        venue.filesWithoutChecksum.add("BTCUSDT-metrics-2026-05-03.zip");
        Instant from = Instant.parse("2026-05-02T12:00:00Z");
        Instant to = Instant.parse("2026-05-03T12:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertThat(page.bars()).hasSize(288).allMatch(bar -> bar.openInterest() == null);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "BTCUSDT-metrics-2026-05-02.zip does not match its published checksum",
                            "BTCUSDT-metrics-2026-05-03.zip has no published checksum");
        });
    }

    @Test
    void bars_areOfTheLastPrice_whereTheMarkIsMissing() {
        venue.server.answer("/fapi/v1/markPriceKlines", request -> Answer.json("[]"));

        run(source -> assertThat(source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)
                        .bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.priceKind()).isEqualTo(PriceKind.LAST)));
    }

    @Test
    void currentOpenInterest_isInCoins() {
        run(source ->
                assertThat(source.currentOpenInterest(BTC)).isEqualTo(new OpenInterest(clock.instant(), 90_123.456)));
    }

    @Test
    void marginSchedule_isTheBuiltInTable_withoutAKey() {
        run(source -> assertThat(source.marginSchedule(BTC)).hasValueSatisfying(schedule -> {
            assertThat(schedule.source()).contains("built-in");
            assertThat(schedule.maxLeverage()).isEqualTo(150);
        }));
    }

    @Test
    void marginSchedule_isAskedForWithASignature_whenThereIsAKey() {
        venue.server.answer("/fapi/v1/leverageBracket", request -> Answer.json("""
                [{"symbol":"ETHUSDT","notionalCoef":1.5,"brackets":[]},
                 {"symbol":"BTCUSDT","brackets":[
                   {"bracket":1,"initialLeverage":125,"notionalCap":50000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0.0},
                   {"bracket":2,"initialLeverage":100,"notionalCap":600000,"notionalFloor":50000,"maintMarginRatio":0.005,"cum":50.0}]}]"""));

        runner().withPropertyValues(
                        "liquidationmap.venues.binance.api-key=key", "liquidationmap.venues.binance.api-secret=secret")
                .run(context -> {
                    BinanceSource source = context.getBean(BinanceSource.class);
                    MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
                    assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
                    assertThat(schedule.tiers()).hasSize(2);
                    assertThat(schedule.tiers().getLast().maintenanceAmount()).isEqualTo(50);
                    source.marginSchedule(BTC);
                    assertThat(venue.server.requests("/fapi/v1/leverageBracket"))
                            .singleElement()
                            .satisfies(request -> {
                                assertThat(request.headers()).containsEntry("x-mbx-apikey", "key");
                                assertThat(request.rawQuery()).isEqualTo(signed("timestamp=" + clock.millis()));
                            });
                });
    }

    // ---- how it fails

    @Test
    void everyRequestWaits_asLongAsTheVenueAsks() {
        venue.server.interrupt("/fapi/v1/openInterest", Answer.status(429).with("Retry-After", "17"));

        run(source -> {
            assertThat(failure(() -> source.currentOpenInterest(BTC)).retryAfter())
                    .isEqualTo(Duration.ofSeconds(17));
            clock.advance(Duration.ofSeconds(16));
            assertThat(failure(() -> source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON))
                            .retryAfter())
                    .isEqualTo(Duration.ofSeconds(1));
            assertThat(venue.server.requests("/")).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(source.currentOpenInterest(BTC).coins()).isEqualTo(90_123.456);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {418, 403})
    void everyRequestWaits_whenTheVenueBansWithoutSayingHowLong(int status) {
        venue.server.interrupt("/fapi/v1/openInterest", Answer.html(status, "<html>banned</html>"));

        run(source -> {
            assertThat(failure(() -> source.currentOpenInterest(BTC)).retryAfter())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(2));
            failure(() -> source.currentOpenInterest(BTC));
            assertThat(venue.server.requests("/")).hasSize(1);
        });
    }

    @Test
    void work_isPutOff_whenTheVenueSaysTheBudgetIsNearlySpent() {
        venue.server.interrupt(
                "/fapi/v1/openInterest",
                Answer.json("{\"openInterest\":\"1\",\"time\":1}").with("X-MBX-USED-WEIGHT-1M", "2160"));

        run(source -> {
            source.currentOpenInterest(BTC);
            assertThat(failure(() -> source.currentOpenInterest(BTC)))
                    .isInstanceOf(VenueBusyException.class)
                    .satisfies(busy ->
                            assertThat(((VenueBusyException) busy).retryAfter()).isEqualTo(Duration.ofSeconds(40)));
            clock.advance(Duration.ofSeconds(40));
            assertThat(source.currentOpenInterest(BTC).coins()).isEqualTo(90_123.456);
        });
    }

    @Test
    void aPassingFailure_isTriedAgain() {
        venue.server.interrupt(
                "/fapi/v1/openInterest", Answer.status(502), Answer.html(200, "<html>maintenance</html>"));

        run(source -> {
            assertThat(source.currentOpenInterest(BTC).coins()).isEqualTo(90_123.456);
            assertThat(registry.counter("liquidationmap.ingestion.requests", "venue", "binance", "outcome", "502")
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void aLastingFailure_isGivenUp() {
        venue.server.answer("/fapi/v1/openInterest", request -> Answer.status(503));

        run(source -> {
            VenueUnavailableException failure = failure(() -> source.currentOpenInterest(BTC));
            assertThat(failure).hasMessageStartingWith("answered 503").hasMessageEndingWith("to /fapi/v1/openInterest");
            assertThat(failure.retryAfter()).isNull();
            assertThat(venue.server.requests("/")).hasSize(3);
        });
    }

    @Test
    void aRequestTheVenueFindsFaultWith_isNotRepeated() {
        venue.server.answer("/fapi/v1/openInterest", request -> Answer.status(400));

        run(source -> {
            failure(() -> source.currentOpenInterest(BTC));
            assertThat(venue.server.requests("/")).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Service unavailable</body></html>",
                "[[1499040000000,\"0.01\"",
                "{\"code\":-1000,\"msg\":\"An unknown error occurred\"}",
                "[[null,\"a\",\"b\"]]",
                "null"
            })
    void nonsense_costsOnlyTheAnswer(String body) {
        venue.server.answer("/fapi/v1/klines", request -> Answer.json(body));

        run(source -> failure(() -> source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON)));
    }

    @Test
    void aBrokenConnection_isAFailureLikeOthers() {
        venue.server.answer(
                "/fapi/v1/exchangeInfo",
                request -> Answer.json("{\"symbols\":[]}").cutOffInTheMiddle());

        run(source -> failure(source::instruments));
    }

    @Test
    void noVenueAtAll_isAFailureLikeOthers() {
        run(source -> {
            venue.close();
            assertThat(failure(source::instruments)).hasMessageStartingWith("gave no answer");
        });
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).toEpochMilli();
        long u = t + 300_000;
        venue.server.answer(
                "/fapi/v1/markPriceKlines",
                request -> Answer.json("[" + kline(u, "0", "100", "0", "100") + ","
                        + kline(t, "100", "101", "99", "100") + "," + kline(t, "100", "101", "99", "100.5") + "]"));
        venue.server.answer(
                "/fapi/v1/klines",
                request -> Answer.json(
                        "[" + kline(t, "100", "102", "98", "100") + "," + kline(u, "100", "102", "98", "101") + "]"));
        venue.server.answer(
                "/futures/data/openInterestHist",
                request -> Answer.json("[{\"sumOpenInterest\":\"-5\",\"timestamp\":\"" + u
                        + "\"},{\"sumOpenInterest\":\"7.5\",\"timestamp\":\"" + (u + 300_000) + "\"}]"));
        venue.server.answer(
                "/futures/data/globalLongShortAccountRatio",
                request -> Answer.json("[{\"longShortRatio\":\"\",\"timestamp\":" + u + "}]"));

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, Instant.ofEpochMilli(t), NOON);
            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(null, 7.5);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly(null, null);
            assertThat(page.bars().getFirst().price().close()).isEqualTo(100.5);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is -5.0",
                            "mark price: open must be a positive number");
        });
    }

    private static String kline(long t, String open, String high, String low, String close) {
        return "[" + t + ",\"" + String.join("\",\"", open, high, low, close, "10") + "\"," + (t + 299_999)
                + ",\"1000\",5,\"4\",\"400\",\"0\"]";
    }

    private static String signed(String query) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return query + "&signature=" + HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
    }

    private static VenueUnavailableException failure(Runnable call) {
        VenueUnavailableException failure = catchThrowableOfType(VenueUnavailableException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private interface Check {
        void accept(BinanceSource source) throws Exception;
    }

    private void run(Check check) {
        runner().run(context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(BinanceSource.class));
        });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        HttpServiceClientPropertiesAutoConfiguration.class,
                        HttpServiceClientAutoConfiguration.class))
                .withUserConfiguration(Resilience.class, BinanceConfiguration.class)
                .withBean(Clock.class, () -> clock)
                .withBean(MeterRegistry.class, () -> registry)
                .withPropertyValues(
                        "liquidationmap.ingestion.retry-delay=1ms",
                        "liquidationmap.venues.binance.rest-url=" + venue.server.url(),
                        "liquidationmap.venues.binance.archive-url=" + venue.server.url());
    }

    @EnableResilientMethods
    static class Resilience {}
}
