package io.liquidationmap.ingestion.bitmex;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.ingestion.MarketDataSourceContract;
import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
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
import org.junit.jupiter.params.provider.ValueSource;

class BitmexSourceIT extends MarketDataSourceContract {

    private static final Instrument INVERSE =
            new Instrument(InstrumentId.of("bitmex", "XBTUSD"), "BTC", "USD", ContractType.INVERSE);
    private static final Instrument LINEAR =
            new Instrument(InstrumentId.of("bitmex", "XBTUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final String TRADES = "/trade/bucketed";

    BitmexSourceIT() {
        super(BitmexConfiguration.class, INVERSE, "/instrument/active", TRADES);
        new FakeBitmex(server, clock);
    }

    /// A list without trades is what the venue says of a stretch before the listing.
    @Override
    protected boolean isNonsense(String body) {
        return !body.equals("[]");
    }

    // ---- what it has

    @Test
    void instruments_areLinearInDollars_orInverse_butNoQuantos() {
        run(source -> assertThat(source.instruments()).containsExactly(INVERSE, LINEAR));
    }

    @Test
    void history_beginsWithTheListing_andHasNoOpenInterest() {
        run(source -> {
            assertThat(source.history(INVERSE, FIVE_MINUTES).earliest()).isEqualTo(Instant.EPOCH);
            source.instruments();
            assertThat(source.history(INVERSE, FIVE_MINUTES))
                    .isEqualTo(new HistoryOffer(Instant.parse("2016-05-13T12:00:00Z"), 1000, null));
        });
    }

    @Test
    void bars_areWholeOverSeveralPages() {
        Instant from = NOON.minus(Duration.ofDays(9));

        run(source -> {
            assertKnown(source.bars(INVERSE, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(server.requests(TRADES)).hasSize(3);
            assertThat(server.requests("/funding")).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "1d"})
    void bars_areTheSame_ofLinearAndInverseContracts(String length) {
        Interval interval = Interval.parse(length);
        Instant from = interval.floor(NOON).minus(interval.duration().multipliedBy(20));

        run(source -> {
            assertKnown(source.bars(LINEAR, interval, from, NOON), from, interval);
            assertKnown(source.bars(INVERSE, interval, from, NOON), from, interval);
        });
    }

    @Test
    void bars_beginOneLengthBeforeTheVenuesStamp() {
        server.answer(TRADES, request -> Answer.json("[" + bucket("12:00:00", 5, 5, 5, 5, "2") + "]"));

        run(source -> assertThat(hour(source).bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.openTime()).isEqualTo("2026-08-10T11:55:00Z")));
    }

    @Test
    void bars_haveARange_thatHoldsTheLastPriceBeforeThem() {
        server.answer(
                TRADES,
                request -> Answer.json("[" + bucket("11:55:00", 9853, 9860, 9854, 9855, "2") + ","
                        + bucket("12:00:00", 9870, 9860, 9850, 9850, "2") + "]"));

        run(source -> {
            BarPage page = hour(source);
            assertThat(page.refusals()).isEmpty();
            assertThat(page.bars())
                    .extracting(Bar::price)
                    .containsExactly(new Candle(9853, 9860, 9853, 9855), new Candle(9870, 9870, 9850, 9850));
        });
    }

    @Test
    void bars_withoutTrades_haveNoAveragePrice() {
        server.answer(TRADES, request -> Answer.json("[" + bucket("12:00:00", 5, 5, 5, 5, "0") + "]"));

        run(source -> assertThat(hour(source).bars()).singleElement().satisfies(bar -> {
            assertThat(bar.volume()).isZero();
            assertThat(bar.vwap()).isNull();
        }));
    }

    @Test
    void rows_comeInAnyOrder_andTwice_andBroken() {
        server.answer(
                TRADES,
                request -> Answer.json(String.join(
                        ",",
                        "[" + bucket("12:00:00", 7, 7, 7, 7, "1"),
                        bucket("11:50:00", 5, 5, 5, 5, "1"),
                        bucket("11:55:00", 6, 6, 6, 6, "1"),
                        bucket("11:55:00", 6, 6, 6, 6, "1"),
                        bucket("11:50:00", 8, 8, 8, 8, "1"),
                        bucket("11:45:00", -1, -1, -1, -1, "1"),
                        bucket("11:40:00", 5, 5, 5, 5, "-1"),
                        bucket("11:35:00", 5, 5, 5, 5, "null"),
                        "{\"timestamp\":\"2026-08-10T11:30:00.000Z\",\"open\":null}]")));
        String payment = "{\"timestamp\":\"2026-08-10T11:40:00.000Z\",\"fundingRate\":0.0001}";
        server.answer("/funding", request -> Answer.json("[" + payment + "," + payment + "]"));

        run(source -> {
            BarPage page = hour(source);
            assertThat(page.bars()).extracting(bar -> bar.price().close()).containsExactly(8.0, 6.0, 7.0);
            assertThat(page.refusals())
                    .extracting(Refusal::reason)
                    .containsExactlyInAnyOrder(
                            "kline was delivered twice with different values; the later one is used",
                            "open must be a positive number",
                            "volume must not be negative",
                            "trades have no price or no size",
                            "trades have no price or no size");
        });
    }

    @Test
    void funding_thatIsDeliveredTwice_isPaidOnce() {
        String payment = "{\"timestamp\":\"2026-08-10T08:00:00.000Z\",\"fundingRate\":0.0001}";
        server.answer("/funding", request -> Answer.json("[" + payment + "," + payment + "]"));

        Instant paid = Instant.parse("2026-08-10T08:00:00Z");
        run(source -> assertThat(source.bars(INVERSE, FIVE_MINUTES, paid, paid.plus(Duration.ofHours(1)))
                        .bars()
                        .getFirst()
                        .fundingRate())
                .isEqualTo(0.0001));
    }

    @Test
    void currentOpenInterest_isInCoins_atTheVenuesTime() {
        run(source -> {
            for (Instrument contract : List.of(INVERSE, LINEAR)) {
                OpenInterest open = source.currentOpenInterest(contract);
                assertThat(open.at()).isEqualTo(clock.instant());
                assertThat(open.coins()).isCloseTo(KnownMarket.openInterest(clock.instant()), within(1e-6));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"symbol\":\"XBTEUR\"}]",
                "[{\"symbol\":\"XBTUSD\",\"openInterest\":5,\"timestamp\":\"2026-08-10T12:00:19.034Z\"}]",
                "[{\"symbol\":\"XBTUSD\",\"openInterest\":5,\"markPrice\":5,\"timestamp\":\"2026-08-10T12:00:19.034Z\","
                        + "\"typ\":\"FFWCSX\",\"state\":\"Settled\"}]"
            })
    void currentOpenInterest_isAFailure_whereItCannotBeCounted(String answer) {
        server.answer("/instrument/active", request -> Answer.json(answer));

        run(source -> assertThat(failure(() -> source.currentOpenInterest(INVERSE)))
                .message()
                .contains("XBTUSD"));
    }

    @Test
    void marginSchedule_risesWithEveryRiskStep_forTheWholePosition() {
        run(source -> {
            MarginSchedule inverse = source.marginSchedule(INVERSE).orElseThrow();
            assertThat(inverse.tiers().subList(0, 4))
                    .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                    .containsExactly(
                            new MarginTier(0, 200, 0.005, 0, 100),
                            new MarginTier(200, 350, 0.01, 0, 1 / 0.015),
                            new MarginTier(350, 500, 0.015, 0, 50),
                            new MarginTier(500, 650, 0.02, 0, 40));
            assertThat(inverse.takerFeeRate()).isEqualTo(0.0005);
            assertThat(inverse.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(source.marginSchedule(LINEAR).orElseThrow().tiers().getFirst())
                    .isEqualTo(new MarginTier(0, 20_000, 0.01, 0, 50));
        });
    }

    // ---- its limits

    @Test
    void singleContracts_leaveRoomForWhatIsAskedOfAll() {
        run(source -> {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            hour(source);
                        }
                    })
                    .isInstanceOf(VenueBusyException.class)
                    .hasMessage("this minute's budget for single contracts is used up");
            assertThat(server.requests("/")).hasSize(17);
            newest(source, LINEAR);
            source.currentOpenInterest(INVERSE);
            for (int i = 0; i < 8; i++) {
                source.instruments();
            }
            clock.advance(Duration.ofSeconds(11));
            assertThatThrownBy(() -> source.currentOpenInterest(INVERSE))
                    .isInstanceOfSatisfying(
                            VenueBusyException.class,
                            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(29)));
            clock.advance(Duration.ofSeconds(29));
            assertThat(source.currentOpenInterest(INVERSE).coins())
                    .isCloseTo(KnownMarket.openInterest(clock.instant()), within(1e-6));
        });
    }

    @Test
    void newestBars_ofAllContracts_takeOneRequest() {
        run(source -> {
            assertThat(newest(source, INVERSE).bars()).hasSize(3);
            assertThat(newest(source, LINEAR).bars()).hasSize(3);
            assertThat(server.requests("/"))
                    .singleElement()
                    .satisfies(request -> assertThat(request.query())
                            .doesNotContainKey("symbol")
                            .containsEntry("reverse", "true")
                            .containsEntry("startTime", "2026-08-10T11:50:00Z")
                            .containsEntry("endTime", "2026-08-10T12:00:00Z"));
            clock.advance(Duration.ofSeconds(5));
            newest(source, INVERSE);
            assertThat(server.requests("/")).hasSize(2);
        });
    }

    @Test
    void newestBars_ofAContractTheAnswerLeavesOut_areAskedForAlone() {
        Instrument other = new Instrument(InstrumentId.of("bitmex", "SOLUSDT"), "SOL", "USDT", ContractType.LINEAR);
        run(source -> {
            assertThat(newest(source, other).bars()).hasSize(3);
            assertThat(server.requests(TRADES))
                    .hasSize(2)
                    .last()
                    .satisfies(request -> assertThat(request.query()).containsEntry("symbol", "SOLUSDT"));
        });
    }

    private static BarPage newest(MarketDataSource source, Instrument instrument) {
        return source.newestBars(instrument, FIVE_MINUTES, NOON.minus(Duration.ofMinutes(15)), NOON);
    }

    @Test
    void whatTheVenueCounts_isBelieved() {
        server.interrupt(
                "/instrument/active",
                Answer.json("[]").with("x-ratelimit-limit", "30").with("x-ratelimit-remaining", "3"));

        run(source -> {
            source.instruments();
            assertThatThrownBy(() -> source.currentOpenInterest(INVERSE)).isInstanceOf(VenueBusyException.class);
        });
    }

    private static BarPage hour(MarketDataSource source) {
        return source.bars(INVERSE, FIVE_MINUTES, NOON.minus(Duration.ofHours(1)), NOON);
    }

    private static String bucket(String end, double open, double high, double low, double close, String coins) {
        return "{\"timestamp\":\"2026-08-10T" + end + ".000Z\",\"open\":" + open + ",\"high\":" + high + ",\"low\":"
                + low + ",\"close\":" + close + ",\"homeNotional\":" + coins + ",\"foreignNotional\":" + coins + "}";
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
        return "odd!USDT";
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.rewrite("\"initMargin\":0.01", "\"initMargin\":1.01");
        return new SpoiltTiers(INVERSE, LINEAR);
    }
}
