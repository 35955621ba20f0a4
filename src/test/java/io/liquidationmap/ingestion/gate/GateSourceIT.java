package io.liquidationmap.ingestion.gate;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
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
import io.liquidationmap.market.PriceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC_USDT =
            new Instrument(InstrumentId.of("gate", "BTC_USDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument BTC_USD =
            new Instrument(InstrumentId.of("gate", "BTC_USD"), "BTC", "USD", ContractType.INVERSE);
    private static final String CANDLES = "/futures/usdt/candlesticks";
    private static final String STATISTICS = "/futures/usdt/contract_stats";

    private final FakeGate venue = new FakeGate(server, clock);

    GateSourceIT() {
        super(GateConfiguration.class, BTC_USDT, "/futures/usdt/contracts", CANDLES);
    }

    /// A list without candles is what the venue says of a stretch in which there were none.
    @Override
    protected boolean isNonsense(String body) {
        return !body.equals("[]");
    }

    // ---- what it has

    @Test
    void instruments_areLinearInTheirQuoteCurrency_orInverse() {
        run(source -> assertThat(source.instruments()).containsExactly(BTC_USDT, BTC_USD));
    }

    @Test
    void history_reachesAsFarAsTheCandles_orTheListing() {
        run(source -> {
            HistoryOffer fiveMinutes = source.history(BTC_USDT, FIVE_MINUTES);
            assertThat(fiveMinutes.earliest()).isEqualTo(Instant.parse("2026-07-07T20:35:00Z"));
            assertThat(fiveMinutes.openInterestFrom()).isEqualTo(fiveMinutes.earliest());
            source.instruments();
            assertThat(source.history(BTC_USDT, Interval.ONE_DAY).earliest())
                    .isEqualTo(Instant.ofEpochSecond(1574035200));
            assertThat(source.history(BTC_USDT, Interval.ONE_HOUR).openInterestFrom())
                    .isEqualTo(NOON.minus(Duration.ofDays(179)).plus(Duration.ofHours(1)));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(10));

        run(source -> {
            assertKnown(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(CANDLES)).hasSize(5);
            assertThat(server.requests(STATISTICS)).hasSize(4);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bars_areTheSame_whicheverEndStatisticsAreLabelledWith(boolean byBeginning) {
        venue.labelledByBeginning = byBeginning;
        Instant from = NOON.minus(Duration.ofHours(6));

        run(source -> assertKnown(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "1h", "4h"})
    void bars_areTheSame_inContractsOfCoinsAndOfDollars(String length) {
        Interval interval = Interval.parse(length);
        Instant from = NOON.minus(interval.duration().multipliedBy(20));

        run(source -> {
            assertKnown(source.bars(BTC_USDT, interval, from, NOON), from, interval);
            BarPage inverse = source.bars(BTC_USD, interval, from, NOON);
            assertThat(inverse.refusals()).isEmpty();
            assertThat(inverse.bars())
                    .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                    .isEqualTo(known(from, interval).stream()
                            .map(bar -> bar.toBuilder().vwap(null).build())
                            .toList());
        });
    }

    @Test
    void bars_lackStatistics_whileItCannotBeToldWhatTheirLabelsMean() {
        server.answer(STATISTICS, request -> Answer.json("[]"));

        run(source -> {
            Instant from = NOON.minus(Duration.ofHours(1));
            assertThat(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON).bars())
                    .hasSize(12)
                    .allSatisfy(bar -> assertThat(bar.openInterest()).isNull());
            assertThat(server.requests(STATISTICS)).hasSize(1);
            new FakeGate(server, clock);
            clock.advance(Duration.ofMinutes(10));
            assertKnown(source.bars(BTC_USDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
        });
    }

    @Test
    void bars_ofTooLongAgo_areNotAskedFor() {
        Instant from = NOON.minus(Duration.ofDays(200));

        run(source -> {
            BarPage page = source.bars(BTC_USDT, FIVE_MINUTES, from, from.plus(Duration.ofDays(1)));
            assertThat(page.bars()).isEmpty();
            assertThat(server.requests("/futures/usdt/c"))
                    .extracting(request -> request.path())
                    .doesNotContain(CANDLES, STATISTICS);
            Instant older = NOON.minus(Duration.ofDays(190));
            assertThat(source.bars(BTC_USDT, Interval.ONE_HOUR, older, older.plus(Duration.ofDays(2)))
                            .bars())
                    .hasSize(48)
                    .allSatisfy(bar -> assertThat(bar.openInterest()).isNull());
        });
    }

    @Test
    void currentOpenInterest_isInCoins() {
        run(source -> {
            assertThat(source.currentOpenInterest(BTC_USDT)).isEqualTo(new OpenInterest(clock.instant(), 90_072));
            assertThat(source.currentOpenInterest(BTC_USD).coins()).isEqualTo(90, within(1e-9));
        });
    }

    @Test
    void marginSchedule_addsTheTakerFee_asTheVenueDoes() {
        server.answer("/futures/usdt/risk_limit_tiers", request -> Answer.json("""
                [{"tier":2,"risk_limit":"30000","maintenance_rate":"0.013","initial_rate":"0.025","leverage_max":"40","deduction":"60"},
                 {"tier":1,"risk_limit":"20000","maintenance_rate":"0.01","initial_rate":"0.02","leverage_max":"50","deduction":"0"},
                 {"tier":3,"risk_limit":"50000","maintenance_rate":"0.015","initial_rate":"0.02857","leverage_max":"35","deduction":"120"}]"""));

        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTC_USDT).orElseThrow();
            assertThat(schedule.takerFeeRate()).isEqualTo(0.00075);
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(schedule.tiers()).extracting(tier -> tier.cap()).containsExactly(20_000.0, 30_000.0, 50_000.0);
            assertThat(schedule.tiers())
                    .extracting(tier -> tier.maintenanceAmount())
                    .satisfiesExactly(
                            first -> assertThat(first).isZero(),
                            second -> assertThat(second).isEqualTo(60, within(1e-9)),
                            third -> assertThat(third).isEqualTo(120, within(1e-9)));
        });
    }

    @Test
    void marginSchedule_isEmpty_whereTheVenueHasNone() {
        server.answer("/futures/usdt/risk_limit_tiers", request -> Answer.json("[]"));

        run(source -> assertThat(source.marginSchedule(BTC_USDT)).isEmpty());
    }

    // ---- how it fails

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).getEpochSecond();
        long u = t + 300;
        run(source -> {
            source.bars(BTC_USDT, FIVE_MINUTES, Instant.ofEpochSecond(t), NOON);
            server.answer(
                    CANDLES,
                    request -> Answer.json(
                            String.valueOf(request.query().get("contract")).startsWith("mark_")
                                    ? "[" + candle(u, 0) + "," + candle(t, 100) + "," + candle(t, 101) + "]"
                                    : "[" + candle(u, 100) + "," + candle(t, 100) + "]"));
            server.answer(
                    STATISTICS,
                    request -> Answer.json("[{\"time\":" + u + ",\"open_interest\":\"-5\",\"a new\":1},"
                            + "{\"time\":" + t
                            + ",\"open_interest\":70000,\"lsr_account\":null,\"long_taker_size\":\"900000\"},"
                            + "{\"time\":" + (t + 7) + ",\"open_interest\":80000}]"));

            BarPage page = source.bars(BTC_USDT, FIVE_MINUTES, Instant.ofEpochSecond(t), NOON);

            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(7.0, null);
            assertThat(page.bars()).extracting(Bar::takerBuyVolume).containsExactly(null, null);
            assertThat(page.bars().getFirst().price().close()).isEqualTo(101);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactlyInAnyOrder(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is -5.0E-4",
                            "statistics do not hold for the end of a bar",
                            "takers bought 90.0 of a volume of 0.001",
                            "mark price: open must be a positive number");
        });
    }

    private static String candle(long t, double price) {
        return "{\"t\":" + t + ",\"o\":\"" + price + "\",\"h\":\"" + price + "\",\"l\":\"" + price + "\",\"c\":\""
                + price + "\",\"v\":10,\"sum\":\"0.1\"}";
    }

    @Test
    void work_isPutOff_whenTheVenueCountsMoreThanWeDid() {
        run(source -> {
            Instant from = NOON.minus(Duration.ofHours(1));
            source.bars(BTC_USD, FIVE_MINUTES, from, NOON);
            server.interrupt(
                    "/futures/usdt/contracts",
                    Answer.json("[]")
                            .with("X-Gate-RateLimit-Limit", "200")
                            .with("X-Gate-RateLimit-Requests-Remain", "20"));

            assertThat(failure(source::instruments))
                    .isInstanceOf(VenueBusyException.class)
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
            assertThat(source.bars(BTC_USD, FIVE_MINUTES, from, NOON).bars())
                    .as("other endpoints are counted by themselves")
                    .hasSize(12);
        });
    }

    // ---- recorded

    @Test
    @EnabledIfEnvironmentVariable(named = "LIQUIDATIONMAP_VECTORS", matches = ".+")
    void recordedAnswers_areUnderstood() throws Exception {
        Path folder = Path.of(System.getenv("LIQUIDATIONMAP_VECTORS")).resolveSibling("doc_examples");
        String contracts = Files.readString(folder.resolve("gate__get_futures_settle_contracts_0.json"));
        String tiers = Files.readString(folder.resolve("gate__get_futures_settle_risk_limit_tiers_0.json"));
        server.answer("/futures/usdt/contracts", request -> Answer.json(contracts));
        server.answer("/futures/usdt/risk_limit_tiers", request -> Answer.json(tiers));

        run(source -> {
            assertThat(source.instruments()).contains(BTC_USDT);
            assertThat(source.marginSchedule(BTC_USDT).orElseThrow().tiers()).hasSize(5);
        });
    }

    private static void assertKnown(BarPage page, Instant from, Interval interval) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(known(from, interval));
    }

    /// What was force-closed follows from the price, too.
    private static List<Bar> known(Instant from, Interval interval) {
        return KnownMarket.bars(from, NOON, interval).stream()
                .map(bar -> bar.toBuilder()
                        .liquidatedLongUsd(
                                FakeGate.LONG_LIQUIDATIONS * bar.price().close())
                        .liquidatedShortUsd(
                                FakeGate.SHORT_LIQUIDATIONS * bar.price().close())
                        .build())
                .toList();
    }

    @Override
    protected String impossibleSymbol() {
        return "odd!_USDT";
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.answer("/futures/usdt/risk_limit_tiers", request -> Answer.json("""
                [{"tier":1,"risk_limit":"20000","maintenance_rate":"0.01","leverage_max":"50"},
                 {"tier":2,"risk_limit":"20000","maintenance_rate":"0.02","leverage_max":"20"}]"""));
        server.answer("/futures/btc/risk_limit_tiers", request -> Answer.json("""
                [{"tier":1,"risk_limit":"200","maintenance_rate":"0.01","leverage_max":"50"}]"""));
        return new SpoiltTiers(BTC_USDT, BTC_USD);
    }
}
