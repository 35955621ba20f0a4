package io.liquidationmap.ingestion.deribit;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.MarketDataSourceContract;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.PastLiquidations.Remembered;
import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.deribit.FakeDeribit.Trade;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeribitSourceIT extends MarketDataSourceContract {

    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("deribit", "BTC-PERPETUAL"), "BTC", "USD", ContractType.INVERSE);
    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("deribit", "BTC_USDC-PERPETUAL"), "BTC", "USDC", ContractType.LINEAR);
    private static final String LISTING = "/public/get_instruments";
    private static final String TRADES = "/public/get_last_trades_by_instrument_and_time";
    private static final String CHART = "/public/get_tradingview_chart_data";

    /// Five to noon.
    private static final long T = 1786362900000L;

    private final FakeDeribit venue = new FakeDeribit(server, clock);

    DeribitSourceIT() {
        super(DeribitConfiguration.class, INVERSE, LISTING, CHART);
    }

    // ---- what it has

    @Test
    void instruments_arePerpetualsThatTrade_againstDollars() {
        run(source -> assertThat(source.instruments()).containsExactly(INVERSE, LINEAR));
    }

    @Test
    void history_beginsWithTheListing_andHasNoOpenInterest() {
        run(source -> {
            assertThat(source.history(INVERSE, FIVE_MINUTES).earliest()).isEqualTo(Instant.EPOCH);
            source.instruments();
            assertThat(source.history(INVERSE, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2018-08-14T10:24:47Z"), 1000, null));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(40));

        run(source -> {
            assertKnown(source.bars(INVERSE, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(CHART)).hasSize(12);
            assertThat(server.requests("/public/get_funding_rate_history")).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "12h", "1d"})
    void bars_areTheSame_ofLinearAndInverseContracts(String length) {
        Interval interval = Interval.parse(length);
        Instant from = interval.floor(NOON).minus(interval.duration().multipliedBy(20));

        run(source -> {
            assertKnown(source.bars(LINEAR, interval, from, NOON), from, interval);
            assertKnown(source.bars(INVERSE, interval, from, NOON), from, interval);
        });
    }

    @Test
    void bars_areNone_whereTheVenueSaysSo() {
        server.answer(CHART, request -> FakeDeribit.result("{\"status\":\"no_data\"}"));

        run(source -> assertThat(hour(source).bars()).isEmpty());
    }

    @Test
    void currentOpenInterest_isInCoins_atTheVenuesTime() {
        run(source -> {
            OpenInterest now = new OpenInterest(clock.instant(), KnownMarket.openInterest(clock.instant()));
            assertThat(source.currentOpenInterest(INVERSE)).isEqualTo(now);
            assertThat(source.currentOpenInterest(LINEAR).coins()).isEqualTo(now.coins());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"instrument_name\":\"BTC-PERPETUAL\",\"creation_timestamp\":1,\"mark_price\":5} | open interest",
                "{\"instrument_name\":\"BTC-PERPETUAL\",\"creation_timestamp\":1,\"open_interest\":5} | mark price",
                "{\"instrument_name\":\"BTC-PERPETUAL\",\"creation_timestamp\":1,\"open_interest\":-5,\"mark_price\":5} | open interest",
                "{\"instrument_name\":\"BTC-PERPETUAL\",\"creation_timestamp\":1,\"open_interest\":5,\"mark_price\":0} | mark price"
            })
    void currentOpenInterest_isAFailure_whereItCannotBeCounted(String row, String missing) {
        server.answer("/public/get_book_summary_by_currency", request -> FakeDeribit.result("[" + row + "]"));

        run(source -> assertThat(failure(() -> source.currentOpenInterest(INVERSE)))
                .hasMessage("has no " + missing + " of BTC-PERPETUAL"));
    }

    @Test
    void marginSchedule_isInCoins_orInDollarsAtTheIndexPrice() {
        run(source -> {
            MarginSchedule inverse = source.marginSchedule(INVERSE).orElseThrow();
            MarginSchedule linear = source.marginSchedule(LINEAR).orElseThrow();
            assertThat(inverse.tiers()).hasSameSizeAs(linear.tiers());
            assertThat(linear.tiers().getFirst().cap())
                    .isEqualTo(inverse.tiers().getFirst().cap() * 50_100);
            assertThat(inverse.source()).startsWith("Deribit support");
            assertThat(server.requests("/public/ticker")).hasSize(1);
        });
    }

    @Test
    void marginSchedule_isEmpty_whereTheFormulaIsNotKnown() {
        Instrument avalanche =
                new Instrument(InstrumentId.of("deribit", "AVAX_USDC-PERPETUAL"), "AVAX", "USDC", ContractType.LINEAR);

        run(source -> assertThat(source.marginSchedule(avalanche)).isEmpty());
    }

    // ---- how it fails

    @ParameterizedTest
    @CsvSource({"10020,1", "10028,1", "10040,3", "13888,3"})
    void anError_isAFailure_andRepeatedIfItMayPass(int code, int requests) {
        server.answer(
                LISTING,
                request -> Answer.json("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + code
                        + ",\"message\":\"no\"},\"testnet\":false}"));

        run(source -> {
            assertThat(failure(source::instruments))
                    .hasMessage("answered code " + code + " (no) to /public/get_instruments");
            assertThat(server.requests("/")).hasSize(requests);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"ok\"} | answered candles without ticks",
                "{\"status\":\"ok\",\"ticks\":[1]} | answered candles without open",
                "{\"status\":\"ok\",\"ticks\":[1,2],\"open\":[1]} | answered candles with 2 ticks and 1 of open"
            })
    void columnsThatDoNotFit_areAFailure(String chart, String message) {
        server.answer(CHART, request -> FakeDeribit.result(chart));

        run(source -> assertThat(failure(() -> hour(source))).hasMessage(message));
    }

    @Test
    void rows_comeInAnyOrder_andTwice_andBroken() {
        long u = T - 300_000;
        String prices = "[5,6,7,8,null,-1]";
        String ticks =
                "[" + T + "," + u + "," + (u - 300_000) + "," + u + "," + (u - 600_000) + "," + (u - 900_000) + "]";
        server.answer(
                CHART,
                request -> FakeDeribit.result(
                        "{\"status\":\"ok\",\"ticks\":" + ticks + ",\"open\":" + prices + ",\"high\":"
                                + prices + ",\"low\":" + prices + ",\"close\":" + prices
                                + ",\"volume\":[1,1,-1,1,1,1],\"cost\":[5,5,5,5,5,5]}"));
        String hour = "{\"timestamp\":" + T + ",\"interest_1h\":2.0E-5}";
        server.answer("/public/get_funding_rate_history", request -> FakeDeribit.result("[" + hour + "," + hour + "]"));

        run(source -> {
            BarPage page = hour(source);
            assertThat(page.bars()).extracting(bar -> bar.price().close()).containsExactly(8.0, 5.0);
            assertThat(page.bars().getLast().fundingRate()).isEqualTo(2e-5);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactlyInAnyOrder(
                            "kline was delivered twice with different values; the later one is used",
                            "volume must not be negative",
                            "open must be a positive number",
                            "open must be a positive number");
        });
    }

    @Test
    void requests_keepTheirDistance() {
        run(source -> {
            Instant start = clock.instant();
            for (int i = 0; i < 11; i++) {
                source.newestBars(INVERSE, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(15)), NOON);
            }
            assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void theListing_isAskedFor_fiveTimesAMinuteAtMost() {
        run(source -> {
            for (int i = 0; i < 5; i++) {
                source.instruments();
            }
            assertThatThrownBy(source::instruments)
                    .isInstanceOf(VenueBusyException.class)
                    .hasMessage("this minute's budget for the listing is used up");
            assertThat(source.currentOpenInterest(INVERSE).coins())
                    .isEqualTo(KnownMarket.openInterest(clock.instant()));
        });
    }

    // ---- liquidations of the past

    @Test
    void pastLiquidations_areWholeOverSeveralPages_underTheNamesOfTheStream() {
        for (int i = 0; i < 2_500; i++) {
            Instant time = NOON.minusSeconds(2_500 - i);
            venue.trades.add(new Trade("BTC-" + i, time, "sell", i % 100 == 0 ? "T" : ""));
        }

        run(source -> {
            PastLiquidations past = source.pastLiquidations().orElseThrow();
            Remembered remembered = past.between(INVERSE, NOON.minusSeconds(2_500), NOON);
            assertThat(remembered.from()).isEqualTo(NOON.minusSeconds(2_500));
            assertThat(remembered.events()).hasSize(25);
            assertThat(remembered.events()).extracting(Liquidation::identity).doesNotHaveDuplicates();
            assertThat(remembered.events().getFirst())
                    .isEqualTo(Liquidation.ofUsd(INVERSE.id(), NOON.minusSeconds(2_500), Side.LONG, 50_000, 10)
                            .named("BTC-0T"));
            assertThat(server.requests(TRADES)).hasSize(3);
            assertThat(past.between(LINEAR, NOON.minusSeconds(2_500), NOON.minusSeconds(2_499))
                            .events())
                    .extracting(Liquidation::coins)
                    .containsExactly(10.0);
        });
    }

    @Test
    void pastLiquidations_areOnePerPartyThatWasForced() {
        venue.trades.add(new Trade("BTC-1", NOON.minusSeconds(9), "buy", "MT"));
        venue.trades.add(new Trade("BTC-2", NOON.minusSeconds(9), "buy", ""));
        venue.trades.add(new Trade("BTC-3", NOON, "buy", "T"));

        run(source -> assertThat(past(source))
                .extracting(Liquidation::identity, Liquidation::side)
                .containsExactly(tuple("BTC-1M", Side.LONG), tuple("BTC-1T", Side.SHORT)));
    }

    @Test
    void aPastLiquidationThatCannotBe_isRefused_andTheOthersAreKept() {
        venue.trades.add(new Trade("BTC-1", NOON.minusSeconds(9), "buy", "T"));
        venue.trades.add(new Trade("BTC-2", NOON.minusSeconds(8), "buy", "X"));

        run(source -> {
            Remembered remembered =
                    source.pastLiquidations().orElseThrow().between(INVERSE, NOON.minusSeconds(60), NOON);
            assertThat(remembered.events()).extracting(Liquidation::identity).containsExactly("BTC-1T");
            assertThat(remembered.refusals()).extracting(Refusal::at).containsExactly(NOON.minusSeconds(8));
        });
    }

    /// So that one heard already counts once.
    @Test
    void pastLiquidations_areAsTheChannelTellsOfThem() {
        Trade trade = new Trade("BTC-1", NOON.minusMillis(1_234), "sell", "MT");
        venue.trades.add(trade);
        StreamMessage heard = new DeribitLiquidations(URI.create("ws://localhost"))
                .read("{\"params\":{\"channel\":\"trades.future.any.100ms\",\"data\":[" + trade.json("BTC-PERPETUAL")
                        + "]}}");

        run(source ->
                assertThat(new StreamMessage.Events(past(source), List.of())).isEqualTo(heard));
    }

    @Test
    void moreTradesAtOneInstantThanAPageHolds_leaveTheGap() {
        for (int i = 0; i < 1_500; i++) {
            venue.trades.add(new Trade("BTC-" + i, NOON.minusSeconds(9), "sell", ""));
        }

        run(source -> assertThatThrownBy(() -> past(source))
                .isInstanceOf(VenueUnavailableException.class)
                .hasMessageContaining("shows no trades after"));
    }

    private static List<Liquidation> past(MarketDataSource source) {
        return source.pastLiquidations()
                .orElseThrow()
                .between(INVERSE, NOON.minusSeconds(60), NOON)
                .events();
    }

    private static BarPage hour(MarketDataSource source) {
        return source.bars(INVERSE, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
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
                                .fundingRate(bar.fundingRate())
                                .build())
                        .toList());
    }

    @Override
    protected String impossibleSymbol() {
        return "odd!_USDC-PERPETUAL";
    }

    /// All it states is the price by which the formula's bounds become dollars.
    @Override
    protected SpoiltTiers spoilTiers() {
        server.rewrite("\"index_price\":50100.0", "\"index_price\":0");
        return new SpoiltTiers(LINEAR, INVERSE);
    }
}
