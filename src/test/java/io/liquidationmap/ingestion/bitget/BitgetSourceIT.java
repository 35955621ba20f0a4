package io.liquidationmap.ingestion.bitget;

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
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitgetSourceIT extends MarketDataSourceContract {

    private static final String MARKET = "/api/v2/mix/market/";
    private static final Instrument BTCUSDT =
            new Instrument(InstrumentId.of("bitget", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument BTCPERP =
            new Instrument(InstrumentId.of("bitget", "BTCPERP"), "BTC", "USDC", ContractType.LINEAR);
    private static final Instrument BTCUSD =
            new Instrument(InstrumentId.of("bitget", "BTCUSD"), "BTC", "USD", ContractType.INVERSE);

    private final FakeBitget venue = new FakeBitget(server, clock);

    BitgetSourceIT() {
        super(BitgetConfiguration.class, BTCUSDT, MARKET + "contracts", MARKET + "candles");
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsOfAllShelves() {
        run(source -> assertThat(source.instruments()).containsExactly(BTCUSDT, BTCPERP, BTCUSD));
    }

    @Test
    void history_hasNoOpenInterest() {
        run(source -> {
            source.instruments();
            assertThat(source.history(BTCUSDT, FIVE_MINUTES)).isEqualTo(new HistoryOffer(Instant.EPOCH, 990, null));
            assertThat(source.history(BTCPERP, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2025-01-01T00:00:00Z"), 990, null));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bars_areWholeOverSeveralPages_whetherOrNotTheEndsBelongToThem(boolean inclusive) {
        venue.inclusive = inclusive;
        Instant from = NOON.minus(Duration.ofDays(4));

        run(source -> {
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(MARKET + "history-mark-candles")).hasSize(3);
            assertThat(server.requests(MARKET + "history-candles")).hasSize(3);
            assertThat(server.requests(MARKET + "candles")).hasSize(6);
        });
    }

    /// Payments come a hundred at a time from the newest on, and a back-fill goes backwards too.
    @Test
    void funding_isReadPageByPage_andEachPageOnce() {
        Duration portion = Duration.ofDays(25);

        run(source -> {
            for (int i = 0; i < 4; i++) {
                Instant to = NOON.minus(portion.multipliedBy(i));
                Instant from = to.minus(portion);
                assertThat(source.bars(BTCUSDT, Interval.parse("4h"), from, to).bars())
                        .extracting(Bar::fundingRate)
                        .containsExactlyElementsOf(KnownMarket.bars(from, to, Interval.parse("4h")).stream()
                                .map(Bar::fundingRate)
                                .toList());
            }
            assertThat(server.requests(MARKET + "history-fund-rate"))
                    .extracting(request -> request.parameter("pageNo"))
                    .containsExactly("1", "2", "3", "4");
        });
    }

    @Test
    void bars_areTheSame_whateverTheMargin() {
        Instant from = NOON.minus(Duration.ofHours(2));

        run(source -> {
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertKnownButRatios(source.bars(BTCPERP, FIVE_MINUTES, from, NOON), from);
            assertKnownButRatios(source.bars(BTCUSD, FIVE_MINUTES, from, NOON), from);
            assertThat(server.requests(MARKET + "candles"))
                    .extracting(request -> request.query().get("productType"))
                    .containsExactly(
                            "USDT-FUTURES",
                            "USDT-FUTURES",
                            "USDC-FUTURES",
                            "USDC-FUTURES",
                            "COIN-FUTURES",
                            "COIN-FUTURES");
            assertThat(server.requests(MARKET + "account-long-short"))
                    .as("ratios are documented for one shelf only")
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"1h,1H", "4h,4H", "6h,6Hutc", "12h,12Hutc", "1d,1Dutc"})
    void bars_ofOtherLengths_beginInUtc(String length, String granularity) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(5));

        run(source -> {
            assertThat(source.bars(BTCUSDT, interval, from, to).bars())
                    .extracting(Bar::openTime)
                    .startsWith(from)
                    .hasSize(5);
            assertThat(server.requests(MARKET))
                    .filteredOn(request -> request.path().contains("candles"))
                    .allSatisfy(request -> assertThat(request.query()).containsEntry("granularity", granularity));
        });
    }

    @Test
    void ratios_areOnlyAskedForTheirLastThirtyPeriods() {
        Instant from = NOON.minus(Duration.ofDays(30));

        run(source -> {
            BarPage page = source.bars(BTCUSDT, FIVE_MINUTES, from, from.plus(Duration.ofHours(1)));
            assertThat(page.bars())
                    .hasSize(12)
                    .allSatisfy(bar -> assertThat(bar.longShortRatio()).isNull());
            assertThat(server.requests(MARKET + "account-long-short")).isEmpty();
        });
    }

    @Test
    void ratios_keepOneSecondApart() {
        run(source -> {
            Instant start = clock.instant();
            for (int i = 0; i < 3; i++) {
                source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON);
            }
            assertThat(Duration.between(start, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takerVolumes_areOfTheSameBars_whicheverEndTheyAreLabelledWith(boolean byEnd) {
        venue.takerVolumesLabelledByEnd = byEnd;
        Instant from = NOON.minus(Duration.ofHours(1));

        run(source -> assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES));
    }

    @Test
    void takerVolumes_areUnknown_whereTheyAreNotCoins() {
        venue.takerUnit = 50_000;

        run(source -> assertThat(takerBuyVolumes(source, 12)).hasSize(12).containsOnlyNulls());
    }

    @Test
    void takerVolumes_areUnknown_whereTooFewTellWhatTheirLabelsMean() {
        run(source -> {
            assertThat(takerBuyVolumes(source, 3)).hasSize(3).containsOnlyNulls();
            assertThat(takerBuyVolumes(source, 4)).hasSize(4).doesNotContainNull();
        });
    }

    private static List<Double> takerBuyVolumes(MarketDataSource source, int bars) {
        return source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5L * bars)), NOON).bars().stream()
                .map(Bar::takerBuyVolume)
                .toList();
    }

    @Test
    void newestBars_doNotWaitForRatios() {
        run(source -> {
            BarPage page = source.newestBars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(15)), NOON);
            assertThat(page.bars())
                    .hasSize(3)
                    .allSatisfy(bar -> assertThat(bar.longShortRatio()).isNull());
            assertThat(server.requests("/"))
                    .extracting(Request::path)
                    .containsExactly(MARKET + "candles", MARKET + "candles");
        });
    }

    @Test
    void currentOpenInterest_isInCoins() {
        run(source -> {
            OpenInterest now = new OpenInterest(clock.instant(), KnownMarket.openInterest(clock.instant()));
            assertThat(source.currentOpenInterest(BTCUSDT)).isEqualTo(now);
            assertThat(source.currentOpenInterest(BTCUSD).coins()).isEqualTo(now.coins());
            assertThat(server.requests(MARKET + "tickers"))
                    .extracting(request -> request.query().get("productType"))
                    .containsExactly("USDT-FUTURES", "COIN-FUTURES");
        });
    }

    @Test
    void currentOpenInterest_isAFailure_whereItIsOfSomethingElse() {
        server.answer(
                MARKET + "tickers",
                request -> venue.wrapped("[{\"symbol\":\"ETHUSDT\",\"holdingAmount\":\"1\",\"ts\":\"1\"},"
                        + "{\"symbol\":\"BTCUSDT\",\"holdingAmount\":\"1\"},{\"symbol\":\"BTCUSDT\",\"ts\":\"1\"}]"));

        run(source -> assertThat(failure(() -> source.currentOpenInterest(BTCUSDT)))
                .hasMessage("does not say how much of BTCUSDT is open"));
    }

    @Test
    void marginSchedule_addsTheTakerFee_asTheVenueDoes() {
        tiers();

        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTCUSDT).orElseThrow();
            assertThat(schedule.takerFeeRate()).isEqualTo(0.0006);
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(schedule.tiers())
                    .containsExactly(
                            new MarginTier(0, 50_000, 0.004, 0, 125), new MarginTier(50_000, 200_000, 0.005, 50, 100));
        });
    }

    @Test
    void marginSchedule_ofACoinMarginedContract_isItsSmallestTier() {
        tiers();

        run(source -> assertThat(source.marginSchedule(BTCUSD).orElseThrow().tiers())
                .containsExactly(new MarginTier(0, Double.POSITIVE_INFINITY, 0.004, 0, 125)));
    }

    @Test
    void marginSchedule_isEmpty_whereTheVenueHasNone() {
        server.answer(MARKET + "query-position-lever", request -> venue.wrapped("[]"));

        run(source -> assertThat(source.marginSchedule(BTCUSDT)).isEmpty());
    }

    private void tiers() {
        server.answer(MARKET + "query-position-lever", request -> venue.wrapped("""
                [{"symbol":"B","level":"2","startUnit":"50000","endUnit":"200000","leverage":"100","keepMarginRate":"0.005"},
                 {"symbol":"B","level":"1","startUnit":"0","endUnit":"50000","leverage":"125","keepMarginRate":"0.004"}]"""));
    }

    // ---- how it fails

    @Test
    void aFaultInTheEnvelope_isAFailure_andNotRepeated() {
        server.answer(MARKET + "candles", request -> FakeBitget.fault("40034", "Parameter BTCUSDT does not exist"));

        run(source -> {
            assertThat(failure(() -> source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)))
                    .hasMessage("answered 40034 Parameter BTCUSDT does not exist to " + MARKET + "candles");
            assertThat(server.requests(MARKET + "candles")).hasSize(1);
        });
    }

    @Test
    void tooManyRequests_inTheEnvelope_areNotMadeMore() {
        server.answer(MARKET + "candles", request -> FakeBitget.fault("429", "Too Many Requests"));

        run(source -> {
            failure(() -> source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON));
            assertThat(server.requests(MARKET + "candles")).hasSize(1);
        });
    }

    @Test
    void everyRequestWaits_fiveMinutes_whereTheVenueHasHadEnough() {
        server.interrupt(MARKET + "contracts", Answer.status(429));

        run(source -> assertThat(failure(source::instruments).retryAfter()).isEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void aPassingFaultInTheEnvelope_isTriedAgain() {
        server.interrupt(MARKET + "candles", FakeBitget.fault("40725", "service return an error"));

        run(source -> {
            Instant from = NOON.minus(Duration.ofMinutes(20));
            assertKnown(source.bars(BTCUSDT, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
        });
    }

    @Test
    void successWithoutContent_isAFailure() {
        server.answer(MARKET + "candles", request -> FakeBitget.fault("00000", "success"));

        run(source -> assertThat(
                        failure(() -> source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(5)), NOON)))
                .hasMessage("answered success and nothing else"));
    }

    @Test
    void absurdRows_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).toEpochMilli();
        long u = t + 300_000;
        server.answer(
                MARKET + "candles",
                request -> venue.wrapped(
                        "MARK".equals(request.query().get("kLineType"))
                                ? "[" + candle(u, 0) + "," + candle(t, 100) + "," + candle(t, 101) + "]"
                                : "[" + candle(u, 100) + "," + candle(t, 100) + "]"));
        server.answer(
                MARKET + "account-long-short",
                request -> venue.wrapped("[{\"longShortAccountRatio\":\"\",\"ts\":\"" + (u + 300_000)
                        + "\"},{\"longShortAccountRatio\":\"-1\",\"ts\":\"" + u + "\"}]"));

        run(source -> {
            BarPage page = source.bars(BTCUSDT, FIVE_MINUTES, Instant.ofEpochMilli(t), NOON);
            assertThat(page.bars()).extracting(Bar::priceKind).containsExactly(PriceKind.MARK, PriceKind.LAST);
            assertThat(page.bars()).extracting(Bar::longShortRatio).containsExactly(null, null);
            assertThat(page.bars().getFirst().price().close()).isEqualTo(101);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(
                            "long/short ratio is -1.0",
                            "kline was delivered twice with different values; the later one is used",
                            "mark price: open must be a positive number");
        });
    }

    private static String candle(long t, double price) {
        return "[\"" + t + "\",\"" + price + "\",\"" + price + "\",\"" + price + "\",\"" + price
                + "\",\"10\",\"1000\"]";
    }

    // ---- recorded

    @Test
    @EnabledIfEnvironmentVariable(named = "LIQUIDATIONMAP_VECTORS", matches = ".+")
    void recordedAnswers_areUnderstood() throws Exception {
        Path folder = Path.of(System.getenv("LIQUIDATIONMAP_VECTORS")).resolveSibling("doc_examples");
        for (String name : List.of("contracts", "query-position-lever", "account-long-short", "taker-buy-sell")) {
            String answer = Files.readString(
                    folder.resolve("bitget__get_api_v2_mix_market_" + name.replace('-', '_') + "_0.json"));
            server.answer(MARKET + name, request -> Answer.json(answer));
        }

        run(source -> {
            assertThat(source.instruments()).contains(BTCUSDT);
            assertThat(source.marginSchedule(BTCUSDT).orElseThrow().tiers()).hasSize(2);
            assertThat(source.bars(BTCUSDT, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON)
                            .bars())
                    .hasSize(12);
        });
    }

    /// What the venue does not publish is unknown.
    private static void assertKnown(BarPage page, Instant from, Interval interval) {
        Instant firstRatio = NOON.minus(interval.duration().multipliedBy(30));
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, NOON, interval).stream()
                        .map(bar -> published(bar)
                                .longShortRatio(bar.openTime().isBefore(firstRatio) ? null : bar.longShortRatio())
                                .takerBuyVolume(bar.openTime().isBefore(firstRatio) ? null : bar.takerBuyVolume())
                                .build())
                        .toList());
    }

    private static void assertKnownButRatios(BarPage page, Instant from) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, NOON, FIVE_MINUTES).stream()
                        .map(bar -> published(bar).longShortRatio(null).build())
                        .toList());
    }

    private static Bar.Builder published(Bar bar) {
        return bar.toBuilder()
                .takerBuyVolume(null)
                .openInterest(null)
                .topAccountRatio(null)
                .topPositionRatio(null);
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        tiers();
        server.putBetween((request, answers) -> {
            Answer answer = answers.apply(request);
            return "BTCUSDT".equals(request.query().get("symbol"))
                    ? answer.withText(answer.text().replace("\"keepMarginRate\":\"0.005\"", "\"keepMarginRate\":\"\""))
                    : answer;
        });
        return new SpoiltTiers(BTCUSDT, BTCUSD);
    }
}
