package io.liquidationmap.ingestion.binance;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.MarketDataSourceContract;
import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import io.liquidationmap.market.PriceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsdMarginedSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    private static final String SIGNED_BRACKETS = "/fapi/v1/leverageBracket";
    private static final String WEB_BRACKETS = "/bapi/futures/v1/friendly/future/common/brackets";
    private static final String WEB_ANSWER = """
            {"code":"000000","message":null,"messageDetail":null,"data":{"version":"1789571332487_1789571332487","brackets":[
              {"symbol":"BTCUSDT","updateTime":1778489456820,"notionalLimit":1000000,"riskBrackets":[
                {"bracketSeq":1,"bracketNotionalFloor":0,"bracketNotionalCap":300000,"bracketMaintenanceMarginRate":0.004,"cumFastMaintenanceAmount":0,"minOpenPosLeverage":101,"maxOpenPosLeverage":150},
                {"bracketSeq":2,"bracketNotionalFloor":300000,"bracketNotionalCap":800000,"bracketMaintenanceMarginRate":0.005,"cumFastMaintenanceAmount":300,"minOpenPosLeverage":76,"maxOpenPosLeverage":100}]},
              {"symbol":"ETHUSDT","updateTime":1,"riskBrackets":[]}]},"success":true}""";
    private static final String[] KEY = {
        "liquidationmap.venues.binance.api-key=key", "liquidationmap.venues.binance.api-secret=secret"
    };

    private final FakeBinance venue = FakeBinance.usdMargined(server, clock);

    UsdMarginedSourceIT() {
        super(UsdMarginedConfiguration.class, BTC, "/fapi/v1/exchangeInfo", "/fapi/v1/klines");
    }

    @Override
    protected String[] properties() {
        return new String[] {
            "liquidationmap.venues.binance.archive-url=" + server.url(),
            // Another name: bans are of a host, and the web site is not that of the interface.
            "liquidationmap.venues.binance.web-url=http://localhost:"
                    + server.url().getPort()
        };
    }

    @Override
    protected boolean isNonsense(String body) {
        return !body.equals("[]");
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsThatTrade() {
        run(source -> assertThat(source.instruments())
                .containsExactly(
                        BTC,
                        new Instrument(
                                InstrumentId.of("binance", "1000SHIBUSDT"), "1000SHIB", "USDT", ContractType.LINEAR)));
    }

    @Test
    void history_beginsWithTheListing() {
        server.answer("/fapi/v1/exchangeInfo", request -> Answer.json("""
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
            assertKnown(page, from, NOON, FIVE_MINUTES);
            assertThat(server.requests("/fapi/v1/klines")).hasSize(2);
            assertThat(server.requests("/data")).isEmpty();
        });
    }

    @Test
    void bars_areTheSame_whenStatisticsAreLabelledByTheBeginning() {
        venue.statisticsLabelledByBeginning = true;
        Instant from = NOON.minus(Duration.ofDays(2));

        run(source -> assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES));
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
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, to), from, to, FIVE_MINUTES);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "4h", "1d"})
    void bars_ofOtherLengths_carryTheOpenInterestOfTheirEnd(String length) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(10));

        run(source -> assertKnown(source.bars(BTC, interval, from, to), from, to, interval));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bars_ofLongAgo_comeFromTheArchive(boolean headerRows) {
        venue.archive.headerRows = headerRows;
        Instant from = Instant.parse("2026-04-28T06:00:00Z");
        Instant to = Instant.parse("2026-05-03T18:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertKnown(page, from, to, FIVE_MINUTES);
            assertThat(server.requests("/data/futures/um/monthly/klines"))
                    .extracting(Request::path)
                    .contains("/data/futures/um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2026-04.zip");
            assertThat(server.requests("/data/futures/um/daily/klines")).isEmpty();
            assertThat(server.requests("/futures/data")).isEmpty();
        });
    }

    @Test
    void bars_keepTheirOpenInterest_acrossTheDayTheArchiveChangedItsLabels() {
        Instant from = Instant.parse("2026-06-24T00:00:00Z");
        Instant to = Instant.parse("2026-06-27T00:00:00Z");

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, from, to);
            assertKnown(page, from, to, FIVE_MINUTES);
        });
    }

    @Test
    void bars_comeFromBoth_whereArchiveAndRestMeet() {
        Instant from = Instant.parse("2026-07-10T00:00:00Z");
        Instant to = Instant.parse("2026-07-15T00:00:00Z");

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, to), from, to, FIVE_MINUTES);
            assertThat(server.requests("/data/futures/um/daily/metrics")).isNotEmpty();
            assertThat(server.requests("/futures/data/openInterestHist")).isNotEmpty();
        });
    }

    @Test
    void bars_comeFromDailyFiles_whereTheMonthIsNotPublished() {
        venue.archive.absentFiles.add("BTCUSDT-5m-2026-07.zip");
        Instant from = Instant.parse("2026-07-03T00:00:00Z");
        Instant to = Instant.parse("2026-07-05T00:00:00Z");

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, to), from, to, FIVE_MINUTES);
            assertThat(server.requests("/data/futures/um/daily/klines")).hasSize(4);
        });
    }

    @Test
    void bars_lackOpenInterest_whereTheArchiveHasNone() {
        venue.archive.absentFiles.add("BTCUSDT-metrics-2026-05-02.zip");
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
        venue.archive.filesWithWrongChecksum.add("BTCUSDT-metrics-2026-05-02.zip");
        venue.archive.filesWithoutChecksum.add("BTCUSDT-metrics-2026-05-03.zip");
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
        server.answer("/fapi/v1/markPriceKlines", request -> Answer.json("[]"));

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

    // ---- margins

    @Test
    void marginSchedule_isThatOfTheWebSite_withoutAKey() {
        server.answer(WEB_BRACKETS, request -> Answer.json(WEB_ANSWER));

        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
            assertThat(schedule.source()).isEqualTo("Binance web site, undocumented");
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(schedule.tiers())
                    .containsExactly(
                            new MarginTier(0, 300_000, 0.004, 0, 150),
                            new MarginTier(300_000, 800_000, 0.005, 300, 100));
            source.marginSchedule(BTC);
            assertThat(server.requests(WEB_BRACKETS)).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>challenge</html>",
                "{\"code\":\"100001\",\"message\":\"denied\",\"data\":null,\"success\":false}",
                "{\"code\":\"000000\",\"data\":{\"brackets\":[]},\"success\":true}",
                "{\"code\":\"000000\",\"data\":{\"tiers\":[]},\"success\":true}",
                "{\"code\":\"000000\",\"data\":{\"brackets\":[{\"symbol\":\"BTCUSDT\",\"tiers\":[]}]}}",
                "{\"code\":\"000000\",\"data\":{\"brackets\":[{\"symbol\":\"BTCUSDT\",\"riskBrackets\":[]}]}}",
                "{\"code\":\"000000\",\"data\":{\"brackets\":[{\"symbol\":\"BTCUSDT\",\"riskBrackets\":[{\"cap\":1}]}]}}",
                "{\"code\":\"000000\",\"data\":{\"brackets\":[{\"symbol\":\"BTCUSDT\",\"riskBrackets\":[{\"bracketNotionalCap\":1,"
                        + "\"bracketMaintenanceMarginRate\":40,\"maxOpenPosLeverage\":125}]}]}}"
            })
    void marginSchedule_isTheBuiltInTable_whereTheWebSiteSaysSomethingElse(String body) {
        server.answer(WEB_BRACKETS, request -> Answer.json(body));

        run(source -> {
            assertThat(source.marginSchedule(BTC)).hasValueSatisfying(schedule -> {
                assertThat(schedule.source()).isEqualTo("built-in table of Binance tiers");
                assertThat(schedule.maxLeverage()).isEqualTo(150);
            });
            assertThat(source.currentOpenInterest(BTC).coins()).isEqualTo(90_123.456);
        });
    }

    @Test
    void marginSchedule_isTheBuiltInTable_whereTheWebSiteBans_andTheRestGoesOn() {
        server.answer(WEB_BRACKETS, request -> Answer.html(403, "<html>banned</html>"));

        run(source -> {
            assertThat(source.marginSchedule(BTC)).isPresent();
            assertThat(source.currentOpenInterest(BTC).coins()).isEqualTo(90_123.456);
            clock.advance(Duration.ofMinutes(60));
            source.marginSchedule(BTC);
            assertThat(server.requests(WEB_BRACKETS)).as("once an hour").hasSize(1);
            server.answer(WEB_BRACKETS, request -> Answer.json(WEB_ANSWER));
            clock.advance(Duration.ofMinutes(1));
            assertThat(source.marginSchedule(BTC).orElseThrow().source()).startsWith("Binance web site");
        });
    }

    @Test
    void marginSchedule_isUnknown_whereNobodyKnowsIt() {
        Instrument other = new Instrument(InstrumentId.of("binance", "NEWUSDT"), "NEW", "USDT", ContractType.LINEAR);

        run(source -> assertThat(source.marginSchedule(other)).isEmpty());
    }

    @Test
    void marginSchedule_isAskedForWithASignature_whenThereIsAKey() {
        server.answer(SIGNED_BRACKETS, request -> Answer.json("""
                [{"symbol":"ETHUSDT","notionalCoef":1.5,"brackets":[]},
                 {"symbol":"BTCUSDT","brackets":[
                   {"bracket":1,"initialLeverage":125,"notionalCap":50000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0.0},
                   {"bracket":2,"initialLeverage":100,"notionalCap":600000,"notionalFloor":50000,"maintMarginRatio":0.005,"cum":50.0}]}]"""));

        run(
                source -> {
                    MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
                    assertThat(schedule.source()).isEqualTo("Binance leverageBracket, signed");
                    assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
                    assertThat(schedule.tiers()).hasSize(2);
                    assertThat(schedule.tiers().getLast().maintenanceAmount()).isEqualTo(50);
                    source.marginSchedule(BTC);
                    assertThat(server.requests(SIGNED_BRACKETS)).singleElement().satisfies(request -> {
                        assertThat(request.headers()).containsEntry("x-mbx-apikey", "key");
                        assertThat(request.rawQuery()).isEqualTo(signed("timestamp=" + clock.millis()));
                    });
                    assertThat(server.requests(WEB_BRACKETS)).isEmpty();
                },
                KEY);
    }

    @Test
    void marginSchedule_isThatOfTheWebSite_whereTheKeyIsRefused() {
        server.answer(SIGNED_BRACKETS, request -> Answer.status(401));
        server.answer(WEB_BRACKETS, request -> Answer.json(WEB_ANSWER));

        run(
                source -> assertThat(source.marginSchedule(BTC).orElseThrow().source())
                        .startsWith("Binance web site"),
                KEY);
    }

    // ---- which contracts are the largest

    @Test
    void openInterestUsd_isAtTheMark_withoutAContractTheExchangeStumblesOver() {
        server.answer(
                "/fapi/v1/openInterest",
                request -> request.parameter("symbol").equals("BTCUSDT")
                        ? Answer.json("{\"openInterest\":\"2\",\"time\":1}")
                        : Answer.status(400));

        run(source -> assertThat(source.openInterestUsd()).isEqualTo(Map.of("BTCUSDT", 100_000.0)));
    }

    @Test
    void openInterestUsd_isNotAskedForAnyFurther_onceTheBudgetIsSpent() {
        server.interrupt(
                "/fapi/v1/openInterest",
                Answer.json("{\"openInterest\":\"1\",\"time\":1}").with("X-MBX-USED-WEIGHT-1M", "2160"));

        run(source -> assertThat(failure(source::openInterestUsd)).isInstanceOf(VenueBusyException.class));
    }

    // ---- how it fails

    @Test
    void work_isPutOff_whenTheVenueSaysTheBudgetIsNearlySpent() {
        server.interrupt(
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
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).toEpochMilli();
        long u = t + 300_000;
        server.answer(
                "/fapi/v1/markPriceKlines",
                request -> Answer.json("[" + kline(u, "0", "100", "0", "100") + ","
                        + kline(t, "100", "101", "99", "100") + "," + kline(t, "100", "101", "99", "100.5") + "]"));
        server.answer(
                "/fapi/v1/klines",
                request -> Answer.json(
                        "[" + kline(t, "100", "102", "98", "100") + "," + kline(u, "100", "102", "98", "101") + "]"));
        server.answer(
                "/futures/data/openInterestHist",
                request -> Answer.json("[{\"sumOpenInterest\":\"-5\",\"timestamp\":\"" + u
                        + "\"},{\"sumOpenInterest\":\"7.5\",\"timestamp\":\"" + (u + 300_000) + "\"}]"));
        server.answer(
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

    private static void assertKnown(BarPage page, Instant from, Instant to, Interval interval) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, to, interval));
    }

    /// One of which the table in the jar has none.
    @Override
    protected SpoiltTiers spoilTiers() {
        Instrument other = new Instrument(InstrumentId.of("binance", "NEWUSDT"), "NEW", "USDT", ContractType.LINEAR);
        server.answer(WEB_BRACKETS, request -> Answer.json("""
                {"code":"000000","data":{"brackets":[
                  {"symbol":"NEWUSDT","riskBrackets":[
                    {"bracketNotionalCap":5,"bracketMaintenanceMarginRate":0.004,"maxOpenPosLeverage":null}]},
                  {"symbol":"BTCUSDT","riskBrackets":[
                    {"bracketNotionalCap":5,"bracketMaintenanceMarginRate":0.004,"maxOpenPosLeverage":125}]}]}}"""));
        return new SpoiltTiers(other, BTC);
    }
}
