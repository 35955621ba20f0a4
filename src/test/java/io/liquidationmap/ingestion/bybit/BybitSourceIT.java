package io.liquidationmap.ingestion.bybit;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BybitSourceIT extends MarketDataSourceContract {

    private static final Instrument BTCUSDT =
            new Instrument(InstrumentId.of("bybit", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument BTCPERP =
            new Instrument(InstrumentId.of("bybit", "BTCPERP"), "BTC", "USDC", ContractType.LINEAR);
    private static final Instrument BTCUSD =
            new Instrument(InstrumentId.of("bybit", "BTCUSD"), "BTC", "USD", ContractType.INVERSE);

    private final FakeBybit venue = new FakeBybit(server, clock);

    BybitSourceIT() {
        super(BybitConfiguration.class, BTCUSDT, "/v5/market/instruments-info", "/v5/market/kline");
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsInDollars_ofAllPages() {
        run(source -> assertThat(source.instruments()).containsExactly(BTCUSDT, BTCPERP, BTCUSD));
    }

    @Test
    void history_beginsWithTheLaunch() {
        run(source -> {
            assertThat(source.history(BTCUSD, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2018-11-01T00:00:00Z"), 2880));
            source.instruments();
            assertThat(source.history(BTCUSDT, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2020-03-30T00:00:00Z"), 2880));
            assertThat(source.history(BTCUSD, Interval.ONE_DAY))
                    .isEqualTo(new HistoryOffer(Instant.parse("2018-11-14T00:00:00Z"), 10));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(10));

        run(source -> {
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            assertThat(server.requests("/v5/market/kline")).hasSize(3);
            assertThat(server.requests("/v5/market/mark-price-kline")).hasSize(3);
            assertThat(server.requests("/v5/market/open-interest")).hasSize(15);
            assertThat(server.requests("/v5/market/account-ratio")).hasSize(6);
            assertThat(server.requests("/v5/market/funding")).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bars_areTheSame_inCoinsAndInDollars_onOneSideAndOnBoth(boolean singleSided) {
        venue.singleSided = singleSided;
        Instant from = NOON.minus(Duration.ofHours(12));

        run(source -> {
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            assertKnown(source.bars(BTCUSD, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            assertThat(server.requests("/v5/market/open-interest"))
                    .extracting(request -> request.query().get("category"))
                    .containsExactly("linear", "inverse");
        });
    }

    @ParameterizedTest
    @CsvSource({"1h,1h", "2h,1h", "4h,4h", "1d,1d"})
    void bars_ofOtherLengths_carryTheOpenInterestOfTheirEnd(String length, String period) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(10));

        run(source -> {
            assertKnown(source.bars(BTCUSDT, interval, from, to), from, to, interval);
            assertThat(server.requests("/v5/market/open-interest"))
                    .allSatisfy(request -> assertThat(request.query()).containsEntry("intervalTime", period));
        });
    }

    @Test
    void ratios_areNotAskedFor_whereTheVenueHasNone() {
        run(source -> {
            BarPage page = source.bars(BTCPERP, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly((Double) null);
            Instant beforeAnyRatio = Instant.parse("2020-07-19T12:00:00Z");
            source.bars(BTCUSDT, FIVE_MINUTES, beforeAnyRatio, beforeAnyRatio.plus(Duration.ofHours(1)));
            assertThat(server.requests("/v5/market/account-ratio")).isEmpty();
        });
    }

    @Test
    void bars_areOfTheLastPrice_whereTheMarkIsMissing() {
        server.answer("/v5/market/mark-price-kline", request -> venue.wrapped("", ""));

        run(source -> assertThat(source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)
                        .bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.priceKind()).isEqualTo(PriceKind.LAST)));
    }

    @Test
    void currentOpenInterest_isCountedOnce_inCoins() {
        server.answer("/v5/market/tickers", request -> venue.wrapped(ticker(request), ""));

        run(source -> {
            OpenInterest linear = source.currentOpenInterest(BTCUSDT);
            assertThat(linear.at()).isEqualTo(clock.instant());
            assertThat(linear.coins()).isEqualTo(34_372.5);
            assertThat(source.currentOpenInterest(BTCPERP).coins()).isEqualTo(500);
            assertThat(source.currentOpenInterest(BTCUSD).coins()).isEqualTo(3000);
        });
    }

    private static String ticker(Request request) {
        return switch (request.parameter("symbol")) {
            case "BTCUSDT" ->
                "{\"symbol\":\"BTCUSDT\",\"openInterest\":\"68744.9\",\"singleOpenInterest\":\"34372.5\","
                        + "\"openInterestValue\":\"1183601235.91\",\"markPrice\":\"17217.33\",\"fundingRate\":\"0.0001\"}";
            case "BTCPERP" -> "{\"symbol\":\"BTCPERP\",\"openInterest\":\"1000\",\"markPrice\":\"17217.33\"}";
            default ->
                "{\"symbol\":\"BTCUSD\",\"openInterest\":\"240000000\",\"singleOpenInterest\":\"120000000\","
                        + "\"openInterestValue\":\"6000\",\"markPrice\":\"40000.00\"}";
        };
    }

    @Test
    void currentOpenInterest_isAFailure_whereThereIsNoTicker() {
        server.answer("/v5/market/tickers", request -> venue.wrapped("", ""));

        run(source ->
                assertThat(failure(() -> source.currentOpenInterest(BTCUSDT))).hasMessage("has no ticker of BTCUSDT"));
    }

    @ParameterizedTest
    @CsvSource({"0.5,1,1,2", "0.005,0.01,0.01,0.02"})
    void marginSchedule_isTheSame_inPercentAndInFractions(
            String smallestMaintenance, String smallestInitial, String nextMaintenance, String nextInitial) {
        server.answer(
                "/v5/market/risk-limit",
                request -> venue.wrapped(
                        request.query().containsKey("cursor")
                                ? tier(1, 2_000_000, smallestMaintenance, smallestInitial, "100.00", "")
                                : tier(2, 2_600_000, nextMaintenance, nextInitial, "50.00", "10000") + ","
                                        + tier(2, 2_600_000, nextMaintenance, nextInitial, "50.00", "10000"),
                        request.query().containsKey("cursor") ? "" : "next"));

        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTCUSDT).orElseThrow();
            assertThat(schedule.tiers())
                    .containsExactly(
                            new MarginTier(0, 2_000_000, 0.005, 0, 100),
                            new MarginTier(2_000_000, 2_600_000, 0.01, 10_000, 50));
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(schedule.source()).isEqualTo("Bybit risk-limit");
            assertThat(server.requests("/v5/market/risk-limit")).hasSize(2);
        });
    }

    @Test
    void marginSchedule_isContinuous_whereTheVenueNamesNoDeduction() {
        server.answer(
                "/v5/market/risk-limit",
                request -> venue.wrapped(
                        tier(1, 150, "0.5", "1", "100.00", "") + "," + tier(2, 300, "1.0", "1.5", "66.67", ""), ""));

        run(source -> assertThat(source.marginSchedule(BTCUSD).orElseThrow().tiers())
                .extracting(MarginTier::maintenanceAmount)
                .satisfiesExactly(
                        amount -> assertThat(amount).isZero(),
                        amount -> assertThat(amount).isEqualTo(0.75, within(1e-9))));
    }

    @Test
    void marginSchedule_isEmpty_whereTheVenueHasNone() {
        server.answer("/v5/market/risk-limit", request -> venue.wrapped("", ""));

        run(source -> assertThat(source.marginSchedule(BTCUSDT)).isEmpty());
    }

    private static String tier(
            int id, long limit, String maintenance, String initial, String leverage, String deduction) {
        String symbol = limit < 1000 ? "BTCUSD" : "BTCUSDT";
        return "{\"id\":" + id + ",\"symbol\":\"" + symbol + "\",\"riskLimitValue\":\"" + limit
                + "\",\"maintenanceMargin\":\"" + maintenance + "\",\"initialMargin\":\"" + initial
                + "\",\"isLowestRisk\":1,\"maxLeverage\":\"" + leverage + "\",\"mmDeduction\":\"" + deduction + "\"}";
    }

    // ---- how it fails

    @Test
    void aFaultInTheEnvelope_isAFailure_andNotRepeated() {
        server.answer("/v5/market/kline", request -> venue.fault(10001, "Not supported symbols"));

        run(source -> {
            assertThat(failure(() -> source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)))
                    .hasMessage("answered code 10001 (Not supported symbols) to /v5/market/kline");
            assertThat(server.requests("/v5/market/kline")).hasSize(1);
        });
    }

    @Test
    void aPassingFaultInTheEnvelope_isTriedAgain() {
        server.interrupt("/v5/market/kline", venue.fault(10016, "Internal System Error"));

        run(source -> {
            Instant from = NOON.minus(Duration.ofMinutes(5));
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
        });
    }

    @Test
    void work_isPutOff_untilTheVenueHasRoomAgain() {
        server.interrupt(
                "/v5/market/instruments-info",
                venue.fault(10006, "Too many visits. Exceeded the API Rate Limit.")
                        .with("X-Bapi-Limit", "50")
                        .with("X-Bapi-Limit-Status", "0")
                        .with("X-Bapi-Limit-Reset-Timestamp", Long.toString(clock.millis() + 700)));

        run(source -> {
            assertThat(failure(source::instruments)).hasMessageContaining("code 10006 (Too many visits");
            assertThat(failure(source::instruments))
                    .isInstanceOf(VenueBusyException.class)
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofMillis(700)));
            assertThat(server.requests("/")).hasSize(1);
            clock.advance(Duration.ofMillis(700));
            assertThat(source.instruments()).hasSize(3);
        });
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofHours(1)).toEpochMilli();
        long u = t + 300_000;
        server.answer(
                "/v5/market/mark-price-kline",
                request -> venue.wrapped(
                        String.join(
                                ",",
                                "[\"" + t + "\",\"100\",\"101\",\"99\",\"100\"]",
                                "[\"" + u + "\",\"0\",\"100\",\"0\",\"100\"]",
                                "[\"" + t + "\",\"100\",\"101\",\"99\",\"100.5\"]"),
                        ""));
        server.answer(
                "/v5/market/kline",
                request -> venue.wrapped(
                        "[\"" + t + "\",\"100\",\"102\",\"98\",\"100\",\"10\",\"1000\"],[\"" + u
                                + "\",\"100\",\"102\",\"98\",\"101\",\"10\",\"1000\",\"a new column\"]",
                        ""));
        server.answer(
                "/v5/market/open-interest",
                request -> venue.wrapped(
                        "{\"openInterest\":\"15\",\"singleOpenInterest\":\"\",\"timestamp\":\"" + (u + 300_000)
                                + "\"},{\"openInterest\":\"-5\",\"timestamp\":\"" + u + "\"}",
                        ""));
        server.answer(
                "/v5/market/account-ratio",
                request -> venue.wrapped(
                        "{\"buyRatio\":\"\",\"sellRatio\":\"\",\"timestamp\":\"" + u
                                + "\"},{\"buyRatio\":\"1\",\"sellRatio\":\"0\",\"timestamp\":\"" + (u + 300_000)
                                + "\"}",
                        ""));
        String payment = "{\"fundingRate\":\"0.0001\",\"fundingRateTimestamp\":\"" + t + "\"}";
        server.answer("/v5/market/funding/history", request -> venue.wrapped(payment + "," + payment, ""));

        run(source -> {
            BarPage page =
                    source.bars(BTCUSDT, FIVE_MINUTES, Instant.ofEpochMilli(t), Instant.ofEpochMilli(u + 300_000));
            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(null, 7.5);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly(null, null);
            assertThat(page.bars()).extracting(Bar::fundingRate).containsExactly(0.0001, null);
            assertThat(page.bars().getFirst().price().close()).isEqualTo(100.5);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is -2.5",
                            "mark price: open must be a positive number");
        });
    }

    /// What the venue does not publish is unknown.
    private static void assertKnown(BarPage page, Instant from, Instant to, Interval interval) {
        List<Bar> expected = KnownMarket.bars(from, to, interval).stream()
                .map(bar -> bar.toBuilder()
                        .takerBuyVolume(null)
                        .topAccountRatio(null)
                        .topPositionRatio(null)
                        .build())
                .toList();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(expected);
        assertThat(page.refusals()).isEmpty();
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.answer(
                "/v5/market/risk-limit",
                request -> venue.wrapped(
                        tier(1, 2_000_000, "0.5", "", "100.00", "") + "," + tier(1, 150, "0.5", "1", "100.00", ""),
                        ""));
        return new SpoiltTiers(BTCUSDT, BTCUSD);
    }
}
