package io.liquidationmap.ingestion.dydx;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.MarketDataSourceContract;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.dydx.FakeDydx.Trade;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DydxSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("dydx", "BTC-USD"), "BTC", "USD", ContractType.LINEAR);
    private static final Instrument SOL =
            new Instrument(InstrumentId.of("dydx", "SOL-USD"), "SOL", "USD", ContractType.LINEAR);
    private static final String CANDLES = "/candles/perpetualMarkets/BTC-USD";
    private static final String TRADES = "/trades/perpetualMarket/BTC-USD";
    private static final String FUNDING = "/historicalFunding/BTC-USD";

    private final FakeDydx venue = new FakeDydx(server, clock);

    DydxSourceIT() {
        super(DydxConfiguration.class, BTC, "/perpetualMarkets", CANDLES);
    }

    // ---- what it has

    @Test
    void instruments_areMarketsThatTrade() {
        run(source -> assertThat(source.instruments()).containsExactly(BTC));
    }

    @Test
    void history_beginsWithTheChain_openInterestWithIt() {
        run(source -> assertThat(source.history(BTC, FIVE_MINUTES))
                .isEqualTo(new HistoryOffer(Instant.parse("2023-10-26T00:00:00Z"), 999)));
    }

    @ParameterizedTest
    @CsvSource({"1000,2,1", "500,3,1", "100,13,1", "5,245,3"})
    void bars_areWhole_howeverFewRowsAnAnswerHolds(int rowsPerAnswer, int candleRequests, int fundingRequests) {
        venue.rowsPerAnswer = rowsPerAnswer;
        Instant from = NOON.minus(Duration.ofHours(102));

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(CANDLES)).hasSize(candleRequests);
            assertThat(server.requests(FUNDING)).hasSize(fundingRequests);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "4h", "1d"})
    void bars_areThoseOfTheMarket_atEveryLength(String length) {
        Interval interval = Interval.parse(length);
        Instant from = interval.floor(NOON).minus(interval.duration().multipliedBy(20));

        run(source -> assertKnown(source.bars(BTC, interval, from, NOON), from, interval));
    }

    /// It is said at the beginning of the candle after, which is still running.
    @Test
    void openInterest_isThatAtTheEndOfTheBar() {
        run(source -> assertThat(hour(source).bars().getLast().openInterest())
                .isEqualTo(KnownMarket.openInterest(NOON))
                .isNotEqualTo(KnownMarket.openInterest(NOON.minus(Duration.ofMinutes(5)))));
    }

    @Test
    void openInterest_isUnknown_beforeTheFirstBlockAfterTheBar() {
        venue.runningCandle = false;

        run(source -> {
            BarPage page = hour(source);
            assertThat(page.bars()).hasSize(12);
            assertThat(page.bars().getLast().openInterest()).isNull();
            assertThat(page.bars().get(10).openInterest()).isNotNull();
        });
    }

    @Test
    void currentOpenInterest_isThatOfTheCandles() {
        run(source ->
                assertThat(source.currentOpenInterest(BTC)).isEqualTo(new OpenInterest(clock.instant(), 381.7348)));
    }

    @Test
    void currentOpenInterest_isAFailure_whereTheMarketDoesNotSay() {
        Instrument doge = new Instrument(InstrumentId.of("dydx", "DOGE-USD"), "DOGE", "USD", ContractType.LINEAR);

        run(source -> {
            assertThat(failure(() -> source.currentOpenInterest(SOL)))
                    .hasMessage("does not say how much of SOL-USD is open");
            assertThat(failure(() -> source.currentOpenInterest(doge))).hasMessage("does not list DOGE-USD");
        });
    }

    @Test
    void marginSchedule_isOneTier() {
        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
            assertThat(schedule.tiers()).containsExactly(new MarginTier(0, Double.POSITIVE_INFINITY, 0.012, 0, 50));
            assertThat(schedule.takerFeeRate()).isZero();
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(source.marginSchedule(SOL)).isEmpty();
        });
    }

    // ---- how it fails

    @Test
    void errors_areAFailure() {
        server.answer(CANDLES, request -> Answer.json("{\"errors\":[{\"msg\":\"Not Found\"}]}"));

        run(source -> assertThat(failure(() -> hour(source))).hasMessage("answered no candles to " + CANDLES));
    }

    @Test
    void rows_comeInAnyOrder_andTwice_andBroken() {
        server.answer(
                CANDLES,
                request -> request.parameter("toISO").equals("2026-08-10T12:05:00Z")
                        ? Answer.json("{\"candles\":["
                                + String.join(
                                        ",",
                                        candle("11:50", "5", "90"),
                                        candle("12:00", "7", "0"),
                                        candle("11:55", "6", "91"),
                                        candle("11:55", "6", "91"),
                                        candle("11:50", "8", "90"),
                                        candle("11:45", "-1", "-3"),
                                        candle("12:10", "9", "92"))
                                + "]}")
                        : Answer.json("{\"candles\":[]}"));
        String payment = "{\"rate\":\"0.00001\",\"effectiveAt\":\"2026-08-10T11:50:00.219Z\"}";
        server.answer(
                FUNDING,
                request -> request.parameter("effectiveBeforeOrAt").equals("2026-08-10T11:59:59.999Z")
                        ? Answer.json("{\"historicalFunding\":[" + payment + "," + payment + "]}")
                        : Answer.json("{\"historicalFunding\":[]}"));

        run(source -> {
            BarPage page = hour(source);
            assertThat(page.bars()).extracting(bar -> bar.price().close()).containsExactly(8.0, 6.0);
            // A zero is what is written where the indexer does not know.
            assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(91.0, null);
            assertThat(page.bars()).extracting(Bar::fundingRate).containsExactly(1e-5, null);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactlyInAnyOrder(
                            "kline was delivered twice with different values; the later one is used",
                            "open interest is -3.0",
                            "open must be a positive number");
        });
    }

    @Test
    void anAnswerThatIsAlwaysTheSame_isNotAskedForForever() {
        server.answer(CANDLES, request -> Answer.json("{\"candles\":[" + candle("11:55", "6", "91") + "]}"));
        server.answer(
                FUNDING,
                request -> Answer.json(
                        "{\"historicalFunding\":[{\"rate\":\"0.00001\",\"effectiveAt\":\"2026-08-10T11:50:00.219Z\"}]}"));

        run(source -> {
            assertThat(hour(source).bars()).hasSize(1);
            assertThat(server.requests("/")).hasSize(4);
        });
    }

    @Test
    void tenSeconds_holdFewerRequestsThanAreAllowed() {
        run(source -> {
            Instant start = clock.instant();
            for (int i = 0; i <= 90; i++) {
                source.instruments();
            }
            assertThat(Duration.between(start, clock.instant()))
                    .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_001));
        });
    }

    @Test
    void theWait_isInMilliseconds() {
        server.interrupt(
                "/perpetualMarkets",
                Answer.status(429)
                        .with("RateLimit-Limit", "100")
                        .with("RateLimit-Remaining", "0")
                        .with("RateLimit-Reset", Long.toString(clock.millis() + 8_421))
                        .with("Retry-After", "8421"));

        run(source -> {
            assertThat(failure(source::instruments).retryAfter()).isEqualTo(Duration.ofMillis(8_421));
            clock.advance(Duration.ofMillis(8_420));
            failure(() -> hour(source));
            assertThat(server.requests("/")).hasSize(1);
            clock.advance(Duration.ofMillis(1));
            assertThat(source.instruments()).isNotEmpty();
        });
    }

    @Test
    void requestsWait_whereOthersHaveUsedTheLimitUp() {
        server.interrupt(
                "/perpetualMarkets",
                Answer.json("{\"markets\":{}}")
                        .with("RateLimit-Limit", "100")
                        .with("RateLimit-Remaining", "9")
                        .with("RateLimit-Reset", Long.toString(clock.millis() + 4_000)));

        run(source -> {
            Instant start = clock.instant();
            source.instruments();
            hour(source);
            assertThat(clock.instant()).isAfterOrEqualTo(start.plusSeconds(4));
        });
    }

    private static String candle(String startedAt, String price, String openInterest) {
        return "{\"startedAt\":\"2026-08-10T" + startedAt + ":00.000Z\",\"open\":\"" + price + "\",\"high\":\"" + price
                + "\",\"low\":\"" + price + "\",\"close\":\"" + price + "\",\"baseTokenVolume\":\"1\",\"usdVolume\":\""
                + price
                + "\",\"startingOpenInterest\":\"" + openInterest + "\"}";
    }

    // ---- liquidations of the past

    @Test
    void pastLiquidations_areWholeOverSeveralPages_underTheNamesOfTheChannel() {
        for (int i = 0; i < 2_500; i++) {
            // Four in each block, so that pages end in the middle of one.
            Instant time = NOON.minusSeconds(625 - i / 4);
            String type = i % 100 == 0 ? "LIQUIDATED" : i % 100 == 1 ? "DELEVERAGED" : "LIMIT";
            venue.trades.add(new Trade("fill-" + i, time, i % 2 == 0 ? "SELL" : "BUY", type));
        }

        run(source -> {
            Remembered remembered = source.pastLiquidations().orElseThrow().between(BTC, NOON.minusSeconds(700), NOON);
            assertThat(remembered.from()).isEqualTo(NOON.minusSeconds(700));
            assertThat(remembered.events()).hasSize(50);
            assertThat(remembered.events()).extracting(Liquidation::identity).doesNotHaveDuplicates();
            assertThat(remembered.events())
                    .contains(
                            Liquidation.ofCoins(BTC.id(), NOON.minusSeconds(625), Side.LONG, 50_000, 0.5)
                                    .named("fill-0"),
                            Liquidation.ofCoins(BTC.id(), NOON.minusSeconds(625), Side.SHORT, 50_000, 0.5)
                                    .named("fill-1"));
        });
    }

    /// So that one heard already counts once.
    @Test
    void pastLiquidations_areAsTheChannelTellsOfThem() {
        Trade trade = new Trade("fill", NOON.minusMillis(1_234), "SELL", "LIQUIDATED");
        venue.trades.add(trade);
        StreamMessage heard = new DydxLiquidations(URI.create("ws://localhost"))
                .read("{\"type\":\"channel_data\",\"id\":\"BTC-USD\",\"contents\":{\"trades\":[" + trade.json()
                        + "]}}");

        run(source ->
                assertThat(new StreamMessage.Events(past(source), List.of())).isEqualTo(heard));
    }

    @Test
    void aPastLiquidationThatCannotBe_isRefused_andTheOthersAreKept() {
        venue.trades.add(new Trade("good", NOON.minusSeconds(60), "SELL", "LIQUIDATED"));
        venue.trades.add(new Trade("odd", NOON.minusSeconds(30), "SIDEWAYS", "LIQUIDATED"));

        run(source -> {
            Remembered remembered = source.pastLiquidations().orElseThrow().between(BTC, NOON.minusSeconds(60), NOON);
            assertThat(remembered.events()).extracting(Liquidation::identity).containsExactly("good");
            assertThat(remembered.refusals()).extracting(Refusal::at).containsExactly(NOON.minusSeconds(30));
        });
    }

    @Test
    void pastLiquidations_areThoseOfTheStretch() {
        venue.trades.add(new Trade("before", NOON.minusSeconds(61), "SELL", "LIQUIDATED"));
        venue.trades.add(new Trade("first", NOON.minusSeconds(60), "SELL", "LIQUIDATED"));
        venue.trades.add(new Trade("after", NOON, "SELL", "LIQUIDATED"));

        run(source -> {
            assertThat(past(source)).extracting(Liquidation::identity).containsExactly("first");
            assertThat(server.requests(TRADES)).hasSize(1);
        });
    }

    @Test
    void moreTradesAtOneInstantThanAPageHolds_leaveTheGap() {
        for (int i = 0; i < 1_500; i++) {
            venue.trades.add(new Trade("fill-" + i, NOON.minusSeconds(9), "SELL", "LIMIT"));
        }

        run(source -> assertThatThrownBy(() -> past(source))
                .isInstanceOf(VenueUnavailableException.class)
                .hasMessageContaining("shows no trades before"));
    }

    private static List<Liquidation> past(MarketDataSource source) {
        return source.pastLiquidations()
                .orElseThrow()
                .between(BTC, NOON.minusSeconds(60), NOON)
                .events();
    }

    private static BarPage hour(MarketDataSource source) {
        return source.bars(BTC, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
    }

    /// What the venue does not publish is unknown.
    private static void assertKnown(BarPage page, Instant from, Interval interval) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, interval.floor(NOON), interval).stream()
                        .map(bar -> Bar.at(
                                        bar.openTime(),
                                        KnownMarket.lastCandle(bar.openTime(), interval),
                                        PriceKind.LAST)
                                .volume(bar.volume())
                                .vwap(bar.vwap())
                                .openInterest(bar.openInterest())
                                .fundingRate(bar.fundingRate())
                                .build())
                        .toList());
    }

    @Override
    protected String impossibleSymbol() {
        return "odd!-USD";
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.rewrite(
                "\"status\":\"FINAL_SETTLEMENT\"",
                "\"status\":\"ACTIVE\",\"initialMarginFraction\":\"0\",\"maintenanceMarginFraction\":\"0.01\"");
        return new SpoiltTiers(SOL, BTC);
    }
}
