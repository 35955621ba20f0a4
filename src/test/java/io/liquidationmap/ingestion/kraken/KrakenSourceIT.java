package io.liquidationmap.ingestion.kraken;

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
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.ingestion.kraken.FakeKraken.Trade;
import io.liquidationmap.ingestion.stream.StreamMessage;
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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenSourceIT extends MarketDataSourceContract {

    private static final String CHARTS = "/api/charts/v1/";
    private static final String FUNDING = "/derivatives/api/v3/historical-funding-rates";
    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("kraken", "PF_XBTUSD"), "BTC", "USD", ContractType.LINEAR);
    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("kraken", "PI_XBTUSD"), "BTC", "USD", ContractType.INVERSE);

    private final FakeKraken venue = new FakeKraken(server, clock);

    KrakenSourceIT() {
        super(KrakenConfiguration.class, LINEAR, "/derivatives/api/v3/instruments", CHARTS + "mark/");
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsThatTrade() {
        run(source -> assertThat(source.instruments())
                .contains(LINEAR, INVERSE)
                .extracting(Instrument::symbol)
                .containsExactly("PF_XBTUSD", "PI_XBTUSD", "PF_AAPLxUSD"));
    }

    @Test
    void history_beginsWithTheListing_andOpenInterestWithTheStatistics() {
        run(source -> {
            source.instruments();
            Instant statistics = Instant.parse("2024-02-28T00:00:00Z");
            assertThat(source.history(INVERSE, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2018-08-31T00:00:00Z"), 1000, statistics));
        });
    }

    @ParameterizedTest
    @CsvSource({"1000,2", "500,3", "100,12"})
    void bars_areWhole_howeverManyRowsAnAnswerHolds(int rowsPerAnswer, int requests) {
        venue.rowsPerAnswer = rowsPerAnswer;
        Instant from = NOON.minus(Duration.ofHours(100));

        run(source -> {
            assertKnown(source.bars(LINEAR, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(CHARTS + "mark/")).hasSize(requests);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "1h", "12h", "1d"})
    void bars_areTheSame_inCoinsAndInDollars(String length) {
        Interval interval = Interval.parse(length);
        Instant from = interval.floor(NOON).minus(interval.duration().multipliedBy(20));

        run(source -> {
            assertKnown(source.bars(LINEAR, interval, from, NOON), from, interval);
            assertKnown(source.bars(INVERSE, interval, from, NOON), from, interval);
        });
    }

    @Test
    void bars_takeNoLiquidations_becauseTheVenueDoesNotSayWhose() {
        run(source -> {
            BarPage page = source.bars(LINEAR, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
            assertThat(page.bars()).allSatisfy(bar -> {
                assertThat(bar.liquidatedLongUsd()).isNull();
                assertThat(bar.liquidatedShortUsd()).isNull();
            });
            assertThat(server.requests(CHARTS + "analytics/PF_XBTUSD/liquidation-volume"))
                    .isEmpty();
        });
    }

    @Test
    void currentOpenInterest_isInCoins_atTheVenuesTime() {
        run(source -> {
            Instant at = Instant.parse("2026-08-10T12:00:19.524Z");
            assertThat(source.currentOpenInterest(LINEAR)).isEqualTo(new OpenInterest(at, 2370.1928));
            assertThat(source.currentOpenInterest(INVERSE)).isEqualTo(new OpenInterest(at, 500));
        });
    }

    @Test
    void currentOpenInterest_isAFailure_whereTheTickerSaysNothing() {
        Instrument ether = new Instrument(InstrumentId.of("kraken", "PF_ETHUSD"), "ETH", "USD", ContractType.LINEAR);
        Instrument solana = new Instrument(InstrumentId.of("kraken", "PF_SOLUSD"), "SOL", "USD", ContractType.LINEAR);

        run(source -> {
            assertThat(failure(() -> source.currentOpenInterest(ether)))
                    .hasMessage("does not say how much of PF_ETHUSD is open");
            assertThat(failure(() -> source.currentOpenInterest(solana))).hasMessage("has no ticker of PF_SOLUSD");
        });
    }

    @Test
    void marginSchedule_isInTheCurrencyOfSettlement() {
        run(source -> {
            MarginSchedule linear = source.marginSchedule(LINEAR).orElseThrow();
            assertThat(linear.tiers())
                    .containsExactly(
                            new MarginTier(0, 2_000_000, 0.01, 0, 50),
                            new MarginTier(2_000_000, Double.POSITIVE_INFINITY, 0.02, 20_000, 25));
            assertThat(linear.takerFeeRate()).isZero();
            assertThat(linear.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(source.marginSchedule(INVERSE).orElseThrow().tiers())
                    .extracting(MarginTier::cap)
                    .satisfiesExactly(
                            cap -> assertThat(cap).isEqualTo(500_000 / 50_000.0, within(1e-9)),
                            cap -> assertThat(cap).isInfinite());
        });
    }

    @Test
    void marginSchedule_isEmpty_whereTheListingHasNone() {
        Instrument apple =
                new Instrument(InstrumentId.of("kraken", "PF_AAPLxUSD"), "AAPLX", "USD", ContractType.LINEAR);

        run(source -> assertThat(source.marginSchedule(apple)).isEmpty());
    }

    // ---- how it fails

    @Test
    void anError_isAFailure_andNotRepeated() {
        server.answer(
                "/derivatives/api/v3/instruments",
                request ->
                        Answer.json("{\"result\":\"error\",\"error\":\"apiLimitExceeded\",\"serverTime\":\"2026\"}"));

        run(source -> {
            assertThat(failure(source::instruments))
                    .hasMessage("answered error apiLimitExceeded to /derivatives/api/v3/instruments");
            assertThat(server.requests("/")).hasSize(1);
        });
    }

    @Test
    void anErrorOfTheCharts_isAFailure() {
        server.answer(CHARTS + "analytics/", request -> Answer.json("""
                {"result":null,"errors":[{"severity":"E","error_class":"General","type":"Invalid arguments","msg":null,\
                "value":"61","field":"interval"}]}"""));

        run(source -> assertThat(
                        failure(() -> source.bars(LINEAR, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON)))
                .hasMessageContaining("Invalid arguments")
                .hasMessageContaining("interval"));
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).getEpochSecond();
        long u = t + 300;
        server.answer(
                CHARTS + "mark/",
                request -> Answer.json(
                        "{\"candles\":[" + candle(u, 0) + "," + candle(t, 100) + "," + candle(t, 101) + "]}"));
        server.answer(
                CHARTS + "trade/",
                request -> Answer.json("{\"candles\":[" + candle(u, 100) + "," + candle(t, 100) + "]}"));
        server.answer(
                CHARTS + "analytics/PF_XBTUSD/open-interest",
                request -> series(t, u, "[[\"1\",\"1\",\"1\",\"x\"],\"7.5\"]"));
        server.answer(
                CHARTS + "analytics/PF_XBTUSD/long-short-info",
                request -> series(t, u, "{\"longCount\":[5],\"shortCount\":[0,4],\"ratio\":[1,0.5]}"));
        server.answer(
                CHARTS + "analytics/PF_XBTUSD/top-traders",
                request -> series(t, u, "{\"top20Percent\":{\"longCount\":[6,null],\"shortCount\":[4,2]}}"));
        server.answer(CHARTS + "analytics/PF_XBTUSD/cvd", request -> series(t, u, "{\"buy_volume\":[\"-1\",\"3\"]}"));

        run(source -> {
            BarPage page = source.bars(LINEAR, FIVE_MINUTES, Instant.ofEpochSecond(t), NOON);
            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(null, 7.5);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly(null, null);
            assertThat(page.bars()).extracting(Bar::topAccountRatio).containsExactly(1.5, null);
            assertThat(page.bars()).extracting(Bar::takerBuyVolume).containsExactly(null, 3.0);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is no number",
                            "taker buy volume is -1.0",
                            "mark price: open must be a positive number");
        });
    }

    private static String candle(long t, double price) {
        return "{\"time\":" + t + "000,\"open\":\"" + price + "\",\"high\":\"" + price + "\",\"low\":\"" + price
                + "\",\"close\":\"" + price + "\",\"volume\":10}";
    }

    private static Answer series(long t, long u, String data) {
        return Answer.json("{\"result\":{\"timestamp\":[" + t + "," + u + "],\"data\":" + data
                + ",\"more\":false},\"errors\":[]}");
    }

    @Test
    void anAnswerThatOnlySaysThereIsMore_isNotAskedForForever() {
        server.answer(
                CHARTS + "analytics/",
                request -> Answer.json("{\"result\":{\"timestamp\":[],\"data\":[],\"more\":true},\"errors\":[]}"));

        run(source -> {
            Instant from = NOON.minus(Duration.ofHours(1));
            assertThat(source.bars(LINEAR, FIVE_MINUTES, from, NOON).bars())
                    .hasSize(12)
                    .allSatisfy(bar -> assertThat(bar.openInterest()).isNull());
            assertThat(server.requests(CHARTS + "analytics/")).hasSize(4);
        });
    }

    @Test
    void requests_keepTheirDistance() {
        run(source -> {
            Instant start = clock.instant();
            for (int i = 0; i < 41; i++) {
                source.instruments();
            }
            assertThat(Duration.between(start, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        });
    }

    @Test
    void requests_slowDown_onceTheVenueHasTurnedOneAway() {
        server.interrupt("/derivatives/api/v3/instruments", Answer.status(429).with("Retry-After", "1"));
        run(source -> {
            failure(source::instruments);
            clock.advance(Duration.ofSeconds(1));
            Instant start = clock.instant();
            for (int i = 0; i < 11; i++) {
                source.instruments();
            }
            assertThat(Duration.between(start, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        });
    }

    // ---- recorded

    @Test
    @EnabledIfEnvironmentVariable(named = "LIQUIDATIONMAP_VECTORS", matches = ".+")
    void recordedAnswers_areUnderstood() throws Exception {
        Path folder = Path.of(System.getenv("LIQUIDATIONMAP_VECTORS")).resolveSibling("nautilus/kraken");
        String instruments = Files.readString(folder.resolve("http_futures_instruments.json"));
        String tickers = Files.readString(folder.resolve("http_futures_tickers.json"));
        String candles = Files.readString(folder.resolve("http_futures_candles_mark.json"));
        server.answer("/derivatives/api/v3/instruments", request -> Answer.json(instruments));
        server.answer("/derivatives/api/v3/tickers", request -> Answer.json(tickers));
        server.answer(CHARTS + "mark/", request -> Answer.json(candles));

        run(source -> {
            assertThat(source.instruments()).contains(INVERSE).hasSize(4);
            assertThat(source.marginSchedule(INVERSE).orElseThrow().tiers()).hasSize(2);
            assertThat(source.currentOpenInterest(INVERSE).coins())
                    .isEqualTo(21_279_580 / 91_506.6009839176, within(1e-9));
            Instant from = Instant.parse("2024-11-16T00:00:00Z");
            assertThat(source.bars(INVERSE, Interval.ONE_HOUR, from, from.plus(Duration.ofHours(3)))
                            .bars())
                    .extracting(bar -> bar.price().close())
                    .containsExactly(91098.7132316333, 91339.3327740848, 91506.6009839176);
        });
    }

    /// What the venue does not publish is unknown.
    /// A ten-thousandth at each full hour.
    private static @Nullable Double funding(Instant from, Instant to) {
        long hours = Duration.between(Interval.ONE_HOUR.ceiling(from), Interval.ONE_HOUR.ceiling(to))
                .toHours();
        return hours == 0 ? null : Double.valueOf(0.0001 * hours);
    }

    @Test
    void funding_isAskedForOnce_whileNoneHasBeenPaidSince() {
        run(source -> {
            for (int day = 1; day <= 3; day++) {
                Instant to = NOON.minus(Duration.ofDays(day - 1));
                source.bars(LINEAR, FIVE_MINUTES, to.minus(Duration.ofDays(1)), to);
            }
            assertThat(server.requests(FUNDING)).hasSize(1);
        });
    }

    @Test
    void longerPeriodsOfFunding_arePaidWhenTheNextBegins() {
        server.answer(
                FUNDING,
                request -> Answer.json(
                        "{\"result\":\"success\",\"rates\":["
                                + "{\"timestamp\":\"2026-08-10T04:00:00Z\",\"fundingRate\":1,\"relativeFundingRate\":-0.0002},"
                                + "{\"timestamp\":\"2026-08-10T08:00:00Z\",\"fundingRate\":1,\"relativeFundingRate\":0.0003}]}"));

        run(source -> {
            List<Bar> bars = source.bars(LINEAR, Interval.ONE_HOUR, NOON.minus(Duration.ofHours(9)), NOON)
                    .bars();
            assertThat(bars)
                    .extracting(Bar::fundingRate)
                    .containsExactly(null, null, null, null, null, -0.0002, 0.0003, null, null);
        });
    }

    // ---- liquidations of the past

    @Test
    void pastLiquidations_areWholeOverSeveralPages_inTheUnitsOfTheContract() {
        for (int i = 0; i < 250; i++) {
            // Three at each instant, so that pages end in the middle of one.
            Instant time = NOON.minusMillis(84 - i / 3);
            venue.trades.add(
                    new Trade("uid-" + i, time, i % 20 == 0 ? "sell" : "buy", i % 10 == 0 ? "liquidation" : "fill"));
        }

        run(source -> {
            PastLiquidations past = source.pastLiquidations().orElseThrow();
            Remembered linear = past.between(LINEAR, NOON.minusMillis(84), NOON);
            assertThat(linear.from()).isEqualTo(NOON.minusMillis(84));
            assertThat(linear.events()).hasSize(25);
            assertThat(linear.events()).extracting(Liquidation::identity).doesNotHaveDuplicates();
            assertThat(linear.events())
                    .contains(
                            Liquidation.ofCoins(LINEAR.id(), NOON.minusMillis(84), Side.LONG, 50_000, 0.5)
                                    .named("uid-0"),
                            Liquidation.ofCoins(LINEAR.id(), NOON.minusMillis(81), Side.SHORT, 50_000, 0.5)
                                    .named("uid-10"));
            assertThat(past.between(INVERSE, NOON.minusMillis(84), NOON).events())
                    .hasSize(25)
                    .extracting(Liquidation::usd)
                    .containsOnly(0.5);
        });
    }

    /// So that one heard already counts once.
    @Test
    void pastLiquidations_areAsTheFeedTellsOfThem() {
        Instant time = NOON.minusMillis(1_234);
        venue.trades.add(new Trade("uid", time, "sell", "liquidation"));
        StreamMessage heard = new KrakenLiquidations(URI.create("ws://localhost"))
                .read("{\"feed\":\"trade\",\"product_id\":\"PI_XBTUSD\",\"uid\":\"uid\",\"side\":\"sell\","
                        + "\"type\":\"liquidation\",\"seq\":1,\"time\":" + time.toEpochMilli()
                        + ",\"qty\":0.5,\"price\":50000.0}");

        run(source -> assertThat(new StreamMessage.Events(
                        source.pastLiquidations()
                                .orElseThrow()
                                .between(INVERSE, NOON.minusSeconds(60), NOON)
                                .events(),
                        List.of()))
                .isEqualTo(heard));
    }

    @Test
    void aPastLiquidationThatCannotBe_isRefused_andTheOthersAreKept() {
        venue.trades.add(new Trade("uid-1", NOON.minusSeconds(60), "sell", "liquidation"));
        venue.trades.add(new Trade("uid-2", NOON.minusSeconds(30), "sideways", "liquidation"));

        run(source -> {
            Remembered remembered =
                    source.pastLiquidations().orElseThrow().between(LINEAR, NOON.minusSeconds(60), NOON);
            assertThat(remembered.events()).extracting(Liquidation::identity).containsExactly("uid-1");
            assertThat(remembered.refusals()).extracting(Refusal::at).containsExactly(NOON.minusSeconds(30));
        });
    }

    /// It forgets all trades when its engine begins anew.
    @Test
    void pastLiquidations_areKnownSinceTheOldestTradeThatIsRemembered() {
        venue.trades.add(new Trade("uid", NOON.minusSeconds(30), "sell", "fill"));

        run(source -> {
            PastLiquidations past = source.pastLiquidations().orElseThrow();
            assertThat(past.between(LINEAR, NOON.minusSeconds(60), NOON).from()).isEqualTo(NOON.minusSeconds(30));
            venue.trades.clear();
            assertThat(past.between(LINEAR, NOON.minusSeconds(60), NOON).from()).isEqualTo(NOON);
        });
    }

    private static void assertKnown(BarPage page, Instant from, Interval interval) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, interval.floor(NOON), interval).stream()
                        .map(bar -> bar.toBuilder()
                                .vwap(null)
                                .topPositionRatio(null)
                                .fundingRate(
                                        funding(bar.openTime(), bar.openTime().plus(interval.duration())))
                                .build())
                        .toList());
    }

    @Override
    protected String impossibleSymbol() {
        return "PF_odd!USD";
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.rewrite(
                "{\"numNonContractUnits\":0.0,\"initialMargin\":0.02",
                "{\"numNonContractUnits\":0.0,\"initialMargin\":-0.02");
        return new SpoiltTiers(LINEAR, INVERSE);
    }
}
