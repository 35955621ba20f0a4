package io.liquidationmap.ingestion.binance;

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
import io.liquidationmap.market.MarginTier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoinMarginedSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("binance-coinm", "BTCUSD_PERP"), "BTC", "USD", ContractType.INVERSE);
    private static final Instrument ETH =
            new Instrument(InstrumentId.of("binance-coinm", "ETHUSD_PERP"), "ETH", "USD", ContractType.INVERSE);
    private static final String WEB_BRACKETS = "/bapi/futures/v1/friendly/delivery/common/brackets";

    private final FakeBinance venue = FakeBinance.coinMargined(server, clock);

    CoinMarginedSourceIT() {
        super(CoinMarginedConfiguration.class, BTC, "/dapi/v1/exchangeInfo", "/dapi/v1/klines");
    }

    @Override
    protected String[] properties() {
        return new String[] {
            "liquidationmap.venues.binance.archive-url=" + server.url(),
            "liquidationmap.venues.binance.web-url=" + server.url()
        };
    }

    @Override
    protected boolean isNonsense(String body) {
        return !body.equals("[]");
    }

    // ---- what it has

    @Test
    void instruments_areInversePerpetualsThatTrade() {
        run(source -> assertThat(source.instruments()).containsExactly(BTC, ETH));
    }

    @Test
    void history_beginsWithTheListing_andOpenInterestWithTheArchive() {
        run(source -> {
            source.instruments();
            assertThat(source.history(BTC, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(
                            Instant.parse("2020-08-10T07:00:00Z"), 8640, Instant.parse("2021-07-08T00:00:00Z")));
        });
    }

    @Test
    void bars_areInCoins_overSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(7));

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, NOON, FIVE_MINUTES);
            assertThat(server.requests("/dapi/v1/klines")).hasSize(2);
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
    void statistics_areOfThePair_andOpenInterestOfThePerpetualAlone() {
        run(source -> {
            source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
            assertThat(server.requests("/futures/data/"))
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.query())
                            .containsEntry("pair", "BTCUSD")
                            .doesNotContainKey("symbol"));
            assertThat(server.requests("/futures/data/openInterestHist"))
                    .allSatisfy(request ->
                            assertThat(request.parameter("contractType")).isEqualTo("PERPETUAL"));
        });
    }

    @Test
    void openInterest_isInContracts_notInWhatIsCalledItsValue() {
        long end = NOON.toEpochMilli();
        server.answer(
                "/futures/data/openInterestHist",
                request -> Answer.json(
                        "[{\"pair\":\"BTCUSD\",\"contractType\":\"PERPETUAL\",\"sumOpenInterest\":\"20403\","
                                + "\"sumOpenInterestValue\":\"176196512.23400000\",\"timestamp\":" + end + "}]"));

        run(source -> {
            Bar bar = source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)
                    .bars()
                    .getFirst();
            assertThat(usdOpen(bar)).isEqualTo(20_403 * 100, within(1e-6));
        });
    }

    @Test
    void contracts_areWorthWhatTheListingSays() {
        Instant from = NOON.minus(Duration.ofMinutes(5));
        server.answer(
                "/dapi/v1/klines",
                request -> Answer.json("[[" + from.toEpochMilli()
                        + ",\"2000\",\"2010\",\"1990\",\"2000\",\"600\",0,\"3\",48,\"200\",\"1\",\"0\"]]"));
        server.answer("/dapi/v1/markPriceKlines", request -> Answer.json("[]"));
        server.answer("/futures/data/", request -> Answer.json("[]"));
        server.answer(
                "/futures/data/openInterestHist",
                request -> Answer.json("[{\"sumOpenInterest\":\"1000\",\"timestamp\":" + NOON.toEpochMilli() + "}]"));

        run(source -> {
            Bar bar = source.bars(ETH, FIVE_MINUTES, from, NOON).bars().getFirst();
            assertThat(bar.volume()).isEqualTo(3);
            assertThat(bar.takerBuyVolume()).isEqualTo(1);
            assertThat(bar.vwap())
                    .as("600 contracts of 10 US dollars for 3 coins")
                    .isEqualTo(2000);
            assertThat(usdOpen(bar)).isEqualTo(10_000, within(1e-6));
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

    @Test
    void bars_ofLongAgo_comeFromTheArchive() {
        Instant from = Instant.parse("2026-04-28T06:00:00Z");
        Instant to = Instant.parse("2026-05-03T18:00:00Z");

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, to), from, to, FIVE_MINUTES);
            assertThat(server.requests("/data/futures/cm/monthly/klines/BTCUSD_PERP/5m/"))
                    .isNotEmpty();
            assertThat(server.requests("/futures/data")).isEmpty();
        });
    }

    @Test
    void bars_comeFromBoth_whereArchiveAndRestMeet() {
        Instant from = Instant.parse("2026-07-10T00:00:00Z");
        Instant to = Instant.parse("2026-07-15T00:00:00Z");

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, to), from, to, FIVE_MINUTES);
            assertThat(server.requests("/data/futures/cm/daily/metrics")).isNotEmpty();
            assertThat(server.requests("/futures/data/openInterestHist")).isNotEmpty();
        });
    }

    @Test
    void currentOpenInterest_isInCoins_atTheMark() {
        run(source -> assertThat(source.currentOpenInterest(BTC)).isEqualTo(new OpenInterest(clock.instant(), 1000)));
    }

    @Test
    void currentOpenInterest_isAFailure_withoutAPrice() {
        server.answer("/dapi/v1/premiumIndex", request -> Answer.json("[]"));

        run(source -> assertThat(failure(() -> source.currentOpenInterest(BTC)))
                .hasMessage("has no mark price of BTCUSD_PERP"));
    }

    @Test
    void openInterestUsd_isWhatTheContractsAreWorth() {
        run(source -> assertThat(source.openInterestUsd())
                .isEqualTo(Map.of("BTCUSD_PERP", 50_000_000.0, "ETHUSD_PERP", 5_000_000.0)));
    }

    // ---- margins

    @Test
    void marginSchedule_isInCoins_whoeverShowsIt() {
        server.answer("/dapi/v2/leverageBracket", request -> Answer.json("""
                [{"symbol":"BTCUSD_PERP","notionalCoef":1.5,"brackets":[
                  {"bracket":1,"initialLeverage":125,"qtyCap":5,"qtylFloor":0,"maintMarginRatio":0.004,"cum":0.0},
                  {"bracket":2,"initialLeverage":100,"qtyCap":10,"qtylFloor":5,"maintMarginRatio":0.005,"cum":0.005}]}]"""));
        server.answer(WEB_BRACKETS, request -> Answer.json("""
                {"code":"000000","data":{"brackets":[{"symbol":"BTCUSD_PERP","updateTime":1778489456820,"riskBrackets":[
                  {"bracketSeq":1,"bracketNotionalFloor":0,"bracketNotionalCap":5,"bracketMaintenanceMarginRate":0.004,"cumFastMaintenanceAmount":0,"minOpenPosLeverage":101,"maxOpenPosLeverage":125},
                  {"bracketSeq":2,"bracketNotionalFloor":5,"bracketNotionalCap":10,"bracketMaintenanceMarginRate":0.005,"cumFastMaintenanceAmount":0.005,"minOpenPosLeverage":51,"maxOpenPosLeverage":100}]}]},"success":true}"""));

        run(source -> assertTiers(source.marginSchedule(BTC).orElseThrow(), "Binance web site, undocumented"));
        run(
                source -> assertTiers(source.marginSchedule(BTC).orElseThrow(), "Binance leverageBracket, signed"),
                "liquidationmap.venues.binance-coinm.api-key=key",
                "liquidationmap.venues.binance-coinm.api-secret=secret");
    }

    @Test
    void marginSchedule_isTheBuiltInTable_whereTheWebSiteFails() {
        server.answer(WEB_BRACKETS, request -> Answer.status(500));

        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
            assertThat(schedule.source()).isEqualTo("built-in table of Binance tiers");
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 9, 17));
            assertThat(schedule.tiers().getFirst().cap()).as("coins").isEqualTo(5);
        });
    }

    // ---- how it fails

    @Test
    void work_isPutOff_whenTheVenueSaysTheBudgetIsNearlySpent() {
        server.interrupt(
                "/dapi/v1/exchangeInfo", Answer.json("{\"symbols\":[]}").with("X-MBX-USED-WEIGHT-1M", "2160"));

        run(source -> {
            source.instruments();
            assertThat(failure(source::instruments))
                    .isInstanceOf(VenueBusyException.class)
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(40)));
        });
    }

    @Test
    void aContractThatIsNotListed_isAFailure() {
        Instrument gone =
                new Instrument(InstrumentId.of("binance-coinm", "LUNAUSD_PERP"), "LUNA", "USD", ContractType.INVERSE);

        run(source -> assertThat(failure(() -> source.bars(gone, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON)))
                .hasMessage("does not list LUNAUSD_PERP"));
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        server.answer(
                "/futures/data/openInterestHist",
                request -> Answer.json("[{\"sumOpenInterest\":\"-5\",\"timestamp\":" + NOON.toEpochMilli() + "}]"));

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON);
            assertThat(page.bars()).extracting(Bar::openInterest).containsOnlyNulls();
            assertThat(page.refusals()).extracting(Refusal::reason).containsExactly("open interest is -500.0");
        });
    }

    private static double usdOpen(Bar bar) {
        return Objects.requireNonNull(bar.openInterest()) * bar.price().close();
    }

    private static void assertTiers(MarginSchedule schedule, String source) {
        assertThat(schedule.source()).isEqualTo(source);
        assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
        assertThat(schedule.tiers())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .containsExactly(new MarginTier(0, 5, 0.004, 0, 125), new MarginTier(5, 10, 0.005, 0.005, 100));
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
        Instrument other =
                new Instrument(InstrumentId.of("binance-coinm", "NEWUSD_PERP"), "NEW", "USD", ContractType.INVERSE);
        server.answer(WEB_BRACKETS, request -> Answer.json("""
                {"code":"000000","data":{"brackets":[
                  {"symbol":"NEWUSD_PERP","riskBrackets":[
                    {"bracketNotionalCap":5,"bracketMaintenanceMarginRate":0.004,"maxOpenPosLeverage":null}]},
                  {"symbol":"BTCUSD_PERP","riskBrackets":[
                    {"bracketNotionalCap":5,"bracketMaintenanceMarginRate":0.004,"maxOpenPosLeverage":125}]}]}}"""));
        return new SpoiltTiers(other, BTC);
    }
}
