package io.liquidationmap.ingestion.okx;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.MarketDataSourceContract;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkxSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC_USDT =
            new Instrument(InstrumentId.of("okx", "BTC-USDT-SWAP"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument BTC_USDC =
            new Instrument(InstrumentId.of("okx", "BTC-USDC-SWAP"), "BTC", "USDC", ContractType.LINEAR);
    private static final Instrument BTC_USD =
            new Instrument(InstrumentId.of("okx", "BTC-USD-SWAP"), "BTC", "USD", ContractType.INVERSE);
    private static final String OPEN_INTEREST = "/api/v5/rubik/stat/contracts/open-interest-history";

    OkxSourceIT() {
        super(OkxConfiguration.class, BTC_USDT, "/api/v5/public/instruments", "/api/v5/market/candles");
        new FakeOkx(server, clock);
    }

    // ---- what it has

    @Test
    void instruments_areSwapsInDollarsThatTrade() {
        run(source -> assertThat(source.instruments()).containsExactlyInAnyOrder(BTC_USDT, BTC_USDC, BTC_USD));
    }

    @Test
    void history_beginsWithTheListing_butOpenInterestOfEveryBarOnlyLately() {
        run(source -> {
            Instant kept = NOON.minus(FIVE_MINUTES.duration().multipliedBy(1438));
            assertThat(source.history(BTC_USDT, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2018-08-01T00:00:00Z"), 1440, kept));
            source.instruments();
            assertThat(source.history(BTC_USDT, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.ofEpochMilli(1573557408000L), 1440, kept));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofHours(100));

        run(source -> {
            assertKnown(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            assertThat(server.requests("/api/v5/market/mark-price-candles")).hasSize(12);
            assertThat(server.requests("/api/v5/market/candles")).hasSize(4);
            assertThat(server.requests("/api/v5/market/history")).isEmpty();
            assertThat(server.requests(OPEN_INTEREST)).hasSize(12);
            assertThat(server.requests("/api/v5/rubik/stat/taker-volume-contract"))
                    .hasSize(12);
            assertThat(server.requests("/api/v5/public/funding-rate-history")).hasSize(1);
        });
    }

    @Test
    void bars_areTheSame_whateverAContractIsWorth() {
        Instant from = NOON.minus(Duration.ofHours(6));

        run(source -> {
            for (Instrument instrument : List.of(BTC_USDT, BTC_USDC, BTC_USD)) {
                assertKnown(source.bars(instrument, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            }
            assertThat(server.requests("/api/v5/public/instruments")).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"1h,1H", "2h,2H", "4h,4H", "12h,12Hutc", "1d,1Dutc"})
    void bars_ofOtherLengths_beginAtMidnightInGreenwich(String length, String name) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(10));

        run(source -> {
            assertKnown(source.bars(BTC_USDT, interval, from, to), from, to, interval);
            assertThat(server.requests(OPEN_INTEREST))
                    .allSatisfy(request -> assertThat(request.query()).containsEntry("period", name));
        });
    }

    @Test
    void openInterest_isTheCoarser_theLongerAgo() {
        Instant keptByFiveMinutes =
                NOON.minus(FIVE_MINUTES.duration().multipliedBy(1438)).plusSeconds(300);
        Instant from = keptByFiveMinutes.minus(Duration.ofHours(30));
        Instant to = keptByFiveMinutes.plus(Duration.ofHours(1));

        run(source -> {
            BarPage page = source.bars(BTC_USDT, FIVE_MINUTES, from, to);
            assertThat(page.bars()).hasSize(31 * 12).allSatisfy(bar -> {
                Instant end = bar.openTime().plusSeconds(300);
                boolean known = !end.isBefore(keptByFiveMinutes) || Interval.ONE_HOUR.isBoundary(end);
                assertThat(bar.openInterest()).isEqualTo(known ? Double.valueOf(KnownMarket.openInterest(end)) : null);
            });
            assertThat(server.requests(OPEN_INTEREST))
                    .extracting(request -> request.parameter("period"))
                    .containsExactly("5m", "1H");
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20T00:00:00Z,2026-03-22T00:00:00Z,4H", "2025-09-01T00:00:00Z,2025-09-03T00:00:00Z,1Dutc"})
    void bars_ofLongAgo_haveWhatIsKept(Instant from, Instant to, String period) {
        Duration known = period.equals("4H") ? Duration.ofHours(4) : Duration.ofDays(1);

        run(source -> {
            BarPage page = source.bars(BTC_USD, FIVE_MINUTES, from, to);
            assertThat(page.refusals()).isEmpty();
            assertThat(page.bars())
                    .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                    .isEqualTo(KnownMarket.bars(from, to, FIVE_MINUTES).stream()
                            .map(bar -> withoutStatistics(bar, new Interval(known)))
                            .toList());
            assertThat(server.requests(OPEN_INTEREST))
                    .extracting(request -> request.parameter("period"))
                    .containsExactly(period);
            assertThat(server.requests("/api/v5/rubik/stat"))
                    .extracting(Request::path)
                    .containsOnly(OPEN_INTEREST);
            assertThat(server.requests("/api/v5/public/funding-rate-history")).isEmpty();
            assertThat(server.requests("/api/v5/market"))
                    .extracting(Request::path)
                    .containsOnly("/api/v5/market/history-mark-price-candles", "/api/v5/market/history-candles");
        });
    }

    private static Bar withoutStatistics(Bar bar, Interval knownAtEndsOf) {
        Instant end = bar.openTime().plusSeconds(300);
        return bar.toBuilder()
                .openInterest(knownAtEndsOf.isBoundary(end) ? bar.openInterest() : null)
                .takerBuyVolume(null)
                .longShortRatio(null)
                .topAccountRatio(null)
                .topPositionRatio(null)
                .fundingRate(null)
                .build();
    }

    @Test
    void aCandleThatHasNotEnded_isNotBelieved() {
        long t = NOON.minus(Duration.ofMinutes(5)).toEpochMilli();
        server.answer(
                "/api/v5/market/mark-price-candles",
                request -> FakeOkx.wrapped("[\"" + t + "\",\"100\",\"101\",\"99\",\"100\",\"0\"]"));

        run(source -> {
            assertThat(source.bars(BTC_USDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)
                            .bars())
                    .extracting(Bar::priceKind)
                    .containsExactly(PriceKind.LAST);
            server.answer("/api/v5/market/candles", request -> FakeOkx.wrapped(candle(t, "100", "1", "0")));
            assertThat(source.bars(BTC_USDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)
                            .bars())
                    .isEmpty();
        });
    }

    @Test
    void currentOpenInterest_isInCoins() {
        server.answer(
                "/api/v5/public/open-interest",
                request -> FakeOkx.wrapped("{\"instType\":\"SWAP\",\"instId\":\"" + request.parameter("instId")
                        + "\",\"oi\":\"5000000\",\"oiCcy\":\"1\",\"oiUsd\":\"1\",\"ts\":\"1786363219000\"}"));
        server.answer("/api/v5/public/mark-price", request -> markPrice("40000"));

        run(source -> {
            assertThat(source.currentOpenInterest(BTC_USDT))
                    .isEqualTo(new OpenInterest(Instant.ofEpochMilli(1786363219000L), 50_000));
            assertThat(source.currentOpenInterest(BTC_USD).coins()).isEqualTo(12_500);
        });
    }

    @Test
    void anInstrumentThatIsNotListed_isAFailure() {
        Instrument gone = new Instrument(InstrumentId.of("okx", "OLD-USDT-SWAP"), "OLD", "USDT", ContractType.LINEAR);

        run(source ->
                assertThat(failure(() -> source.currentOpenInterest(gone))).hasMessage("does not list OLD-USDT-SWAP"));
    }

    @Test
    void marginSchedule_isInTheCurrencyOfSettlement_atTheMarkPrice() {
        server.answer(
                "/api/v5/public/position-tiers",
                request -> FakeOkx.wrapped(tier("2", "5000", "0.01", "50"), tier("1", "1000", "0.004", "100")));
        server.answer("/api/v5/public/mark-price", request -> markPrice("40000"));

        run(source -> {
            MarginSchedule linear = source.marginSchedule(BTC_USDT).orElseThrow();
            assertThat(linear.tiers())
                    .containsExactly(
                            new MarginTier(0, 400_000, 0.004, 0, 100), new MarginTier(400_000, 2_000_000, 0.01, 0, 50));
            assertThat(linear.takerFeeRate()).isEqualTo(0.0005);
            assertThat(linear.source()).isEqualTo("OKX position-tiers, contracts valued at 40000.0");
            assertThat(linear.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(source.marginSchedule(BTC_USD).orElseThrow().tiers())
                    .containsExactly(new MarginTier(0, 2.5, 0.004, 0, 100), new MarginTier(2.5, 12.5, 0.01, 0, 50));
            assertThat(server.requests("/api/v5/public/position-tiers"))
                    .extracting(Request::rawQuery)
                    .containsExactly(
                            "instType=SWAP&tdMode=isolated&instFamily=BTC-USDT",
                            "instType=SWAP&tdMode=isolated&instFamily=BTC-USD");
        });
    }

    @Test
    void marginSchedule_isEmpty_whereTheVenueHasNone() {
        server.answer("/api/v5/public/position-tiers", request -> FakeOkx.wrapped());

        run(source -> assertThat(source.marginSchedule(BTC_USDT)).isEmpty());
    }

    private static String tier(String tier, String largest, String rate, String leverage) {
        return "{\"instType\":\"SWAP\",\"instFamily\":\"BTC-USDT\",\"instId\":\"\",\"tier\":\"" + tier
                + "\",\"minSz\":\"0\",\"maxSz\":\"" + largest + "\",\"mmr\":\"" + rate
                + "\",\"imr\":\"0.01\",\"maxLever\":\"" + leverage + "\"}";
    }

    private static Answer markPrice(String price) {
        return FakeOkx.wrapped("{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"" + price
                + "\",\"ts\":\"1744590349506\"}");
    }

    // ---- how it fails

    @Test
    void aFaultInTheEnvelope_isAFailure_andNotRepeated() {
        server.answer("/api/v5/market/candles", request -> FakeOkx.fault(51001, "Instrument ID doesn't exist."));

        run(source -> {
            assertThat(failure(() -> source.bars(BTC_USDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)))
                    .hasMessage("answered code 51001 (Instrument ID doesn't exist.) to /api/v5/market/candles");
            assertThat(server.requests("/api/v5/market/candles")).hasSize(1);
        });
    }

    @Test
    void aPassingFaultInTheEnvelope_isTriedAgain() {
        server.interrupt("/api/v5/market/candles", FakeOkx.fault(50013, "Systems are busy. Please try again later."));

        run(source -> {
            Instant from = NOON.minus(Duration.ofMinutes(5));
            assertKnown(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
        });
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofHours(1)).toEpochMilli();
        long u = t + 300_000;
        server.answer(
                "/api/v5/market/mark-price-candles",
                request -> FakeOkx.wrapped(
                        "[\"" + t + "\",\"100\",\"101\",\"99\",\"100\",\"1\"]",
                        "[\"" + u + "\",\"0\",\"100\",\"0\",\"100\",\"1\"]",
                        "[\"" + t + "\",\"100\",\"101\",\"99\",\"100.5\",\"1\"]"));
        server.answer(
                "/api/v5/market/candles",
                request -> FakeOkx.wrapped(candle(t, "101", "1000", "1"), candle(u, "100", "1000", "1")));
        server.answer(
                OPEN_INTEREST,
                request -> FakeOkx.wrapped(
                        "[\"" + u + "\",\"750\",\"7.5\",\"750\"]", "[\"" + t + "\",\"-500\",\"-5\",\"1\"]"));
        server.answer(
                "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract",
                request -> FakeOkx.wrapped("[\"" + t + "\",\"\"]", "[\"" + u + "\",\"1.5\",\"a new column\"]"));
        server.answer(
                "/api/v5/rubik/stat/taker-volume-contract",
                request -> FakeOkx.wrapped("[\"" + u + "\",\"1\",\"11\"]", "[\"" + t + "\",\"7\",\"3\"]"));
        String payment = "{\"fundingRate\":\"0.0001\",\"realizedRate\":\"\",\"fundingTime\":\"" + t + "\"}";
        server.answer("/api/v5/public/funding-rate-history", request -> FakeOkx.wrapped(payment, payment));

        run(source -> {
            BarPage page =
                    source.bars(BTC_USDT, FIVE_MINUTES, Instant.ofEpochMilli(t), Instant.ofEpochMilli(u + 300_000));
            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(null, 7.5);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly(null, 1.5);
            assertThat(page.bars()).extracting(Bar::takerBuyVolume).containsExactly(3.0, null);
            assertThat(page.bars()).extracting(Bar::volume).containsExactly(10.0, 10.0);
            assertThat(page.bars()).extracting(Bar::fundingRate).containsExactly(0.0001, null);
            assertThat(page.bars().getFirst().price().close()).isEqualTo(100.5);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is -5.0",
                            "mark price: open must be a positive number",
                            "takers bought 11.0 of a volume of 10.0");
        });
    }

    private static String candle(long t, String close, String contracts, String confirm) {
        return "[\""
                + String.join("\",\"", Long.toString(t), "100", "102", "98", close, contracts, "10", "1000", confirm)
                + "\"]";
    }

    private static void assertKnown(BarPage page, Instant from, Instant to, Interval interval) {
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, to, interval));
        assertThat(page.refusals()).isEmpty();
    }

    // ---- liquidations of the past

    @Test
    void pastLiquidations_areWholeOverSeveralPages_inTheUnitsOfTheContract() {
        server.answer("/api/v5/public/liquidation-orders", request -> FakeOkx.liquidations(request, NOON));

        run(source -> {
            PastLiquidations past = source.pastLiquidations().orElseThrow();
            List<Liquidation> linear =
                    past.between(BTC_USDT, NOON.minusSeconds(250), NOON).events();
            assertThat(linear).hasSize(250);
            assertThat(linear).extracting(Liquidation::identity).doesNotHaveDuplicates();
            assertThat(linear.getFirst().time()).isEqualTo(NOON.minusSeconds(1));
            assertThat(linear.getFirst().side()).isEqualTo(Side.SHORT);
            assertThat(linear.getFirst().coins()).isEqualTo(0.5);
            assertThat(linear.getLast().time()).isEqualTo(NOON.minusSeconds(250));
            assertThat(server.requests("/api/v5/public/liquidation-orders"))
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request.query()).containsEntry("instFamily", "BTC-USDT"));
            assertThat(past.between(BTC_USD, NOON.minusSeconds(2), NOON).events())
                    .extracting(Liquidation::usd)
                    .containsExactly(5000.0, 5000.0);
        });
    }

    @Test
    void pastLiquidations_areWhole_whereAPageEndsInTheMiddleOfAMillisecond() {
        liquidated(IntStream.range(0, 250)
                .mapToObj(i -> order(NOON.minusMillis(1 + i / 3), "buy"))
                .toList());

        run(source -> {
            List<Liquidation> events = past(source).events();
            assertThat(events).hasSize(250);
            assertThat(events).extracting(Liquidation::identity).doesNotHaveDuplicates();
        });
    }

    @Test
    void pastLiquidations_areNotAskedForForever_whereAPageIsOfOneMillisecond() {
        liquidated(Stream.concat(
                        IntStream.range(0, 150).mapToObj(i -> order(NOON.minusMillis(5), "buy")),
                        Stream.of(order(NOON.minusMillis(6), "buy")))
                .toList());

        run(source -> {
            assertThat(past(source).events()).hasSize(101);
            assertThat(server.requests("/api/v5/public/liquidation-orders")).hasSizeLessThan(6);
        });
    }

    @Test
    void pastLiquidations_areNotAskedForForever_whereTheAnswerIsAlwaysTheSame() {
        server.answer(
                "/api/v5/public/liquidation-orders",
                request -> orders(List.of(order(NOON.minusMillis(5), "buy"), order(NOON.minusMillis(6), "buy"))));

        run(source -> {
            assertThat(past(source).events()).hasSize(2);
            assertThat(server.requests("/api/v5/public/liquidation-orders")).hasSizeLessThan(6);
        });
    }

    @Test
    void aPastLiquidationThatCannotBe_isRefused_andTheOthersAreKept() {
        liquidated(List.of(
                order(NOON.minusMillis(5), "buy"),
                order(NOON.minusMillis(6), "sideways"),
                order(NOON.minusMillis(7), "buy")));

        run(source -> {
            assertThat(past(source).events()).hasSize(2);
            assertThat(past(source).refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.at()).isEqualTo(NOON.minusMillis(6));
                assertThat(refusal.reason()).startsWith("no side of an order: sideways");
            });
        });
    }

    private static Remembered past(MarketDataSource source) {
        return source.pastLiquidations().orElseThrow().between(BTC_USDT, NOON.minusSeconds(60), NOON);
    }

    /// What the venue shows of these, newest first, so many a page.
    private void liquidated(List<Order> orders) {
        server.answer(
                "/api/v5/public/liquidation-orders",
                request -> orders(orders.stream()
                        .filter(order -> order.time().toEpochMilli() < Long.parseLong(request.parameter("after")))
                        .limit(Integer.parseInt(request.parameter("limit")))
                        .toList()));
    }

    private static Answer orders(List<Order> orders) {
        String details = orders.stream()
                .map(order -> "{\"bkPx\":\"50000\",\"posSide\":\"net\",\"side\":\"" + order.side()
                        + "\",\"sz\":\"50\",\"ts\":\"" + order.time().toEpochMilli() + "\"}")
                .collect(Collectors.joining(","));
        return Answer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SWAP\",\"instFamily\":\"BTC-USDT\","
                + "\"instId\":\"BTC-USDT-SWAP\",\"details\":[" + details + "]}]}");
    }

    private static Order order(Instant time, String side) {
        return new Order(time, side);
    }

    private record Order(Instant time, String side) {}

    @Test
    void pastLiquidations_endWhereTheVenueRemembersNoMore() {
        server.answer(
                "/api/v5/public/liquidation-orders",
                request -> Answer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"));

        run(source -> assertThat(source.pastLiquidations()
                        .orElseThrow()
                        .between(BTC_USDT, NOON.minus(Duration.ofHours(30)), NOON)
                        .events())
                .isEmpty());
        assertThat(server.requests("/api/v5/public/liquidation-orders")).hasSize(1);
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.answer(
                "/api/v5/public/position-tiers",
                request -> FakeOkx.wrapped(tier(
                        "1", "1000", request.parameter("instFamily").equals("BTC-USDT") ? "-0.004" : "0.004", "100")));
        return new SpoiltTiers(BTC_USDT, BTC_USD);
    }
}
