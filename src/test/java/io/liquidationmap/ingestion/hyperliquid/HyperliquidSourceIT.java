package io.liquidationmap.ingestion.hyperliquid;

import static io.liquidationmap.ingestion.KnownMarket.toNineDigits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperliquidSourceIT extends MarketDataSourceContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("hyperliquid", "BTC"), "BTC", "USDC", ContractType.LINEAR);
    private static final Instrument PEPE =
            new Instrument(InstrumentId.of("hyperliquid", "kPEPE"), "1000PEPE", "USDC", ContractType.LINEAR);

    private final FakeHyperliquid venue = new FakeHyperliquid(server, clock);

    HyperliquidSourceIT() {
        super(HyperliquidConfiguration.class, BTC, FakeHyperliquid.INFO, FakeHyperliquid.INFO);
    }

    /// The venue has no candles where nothing was traded.
    @Override
    protected boolean isNonsense(String body) {
        return !body.equals("[]");
    }

    // ---- what it has

    @Test
    void instruments_areThoseThatTrade_thousandsOfACoinAsACoinOfTheirOwn() {
        run(source -> {
            assertThat(source.instruments()).containsExactly(BTC, PEPE);
            assertThat(server.requests(FakeHyperliquid.INFO).getFirst().body()).isEqualTo("{\"type\":\"meta\"}");
        });
    }

    @Test
    void history_isWhatTheVenueRemembers_withoutOpenInterest() {
        run(source -> assertThat(source.history(BTC, FIVE_MINUTES))
                .isEqualTo(new HistoryOffer(NOON.minus(Duration.ofMinutes(5 * 4_990)), 4_990, null)));
    }

    @Test
    void bars_areOfTrades_withTheFundingOfFullHours() {
        Instant from = NOON.minus(Duration.ofHours(5));

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(types()).containsExactly("candleSnapshot", "fundingHistory");
        });
    }

    @Test
    void bars_asFarBackAsThereAre_takeOneRequestForCandles() {
        run(source -> {
            Instant from = source.history(BTC, FIVE_MINUTES).earliest();
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(types()).containsExactly("candleSnapshot", "fundingHistory");
        });
    }

    @Test
    void bars_betweenFullHours_askForNoFunding() {
        Instant from = NOON.minus(Duration.ofMinutes(10));

        run(source -> {
            assertKnown(source.bars(BTC, FIVE_MINUTES, from, NOON), from, FIVE_MINUTES);
            assertThat(types()).containsExactly("candleSnapshot");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "1h", "8h", "1d"})
    void bars_ofOtherLengths_areTheSame(String length) {
        Interval interval = Interval.parse(length);
        Instant to = interval.floor(NOON);
        Instant from = to.minus(interval.duration().multipliedBy(4));

        run(source -> {
            assertThat(source.bars(BTC, interval, from, to).bars())
                    .extracting(Bar::openTime)
                    .startsWith(from)
                    .hasSize(4);
            assertThat(server.requests(FakeHyperliquid.INFO).getFirst().body())
                    .contains("\"interval\":\"" + length + "\"");
        });
    }

    @Test
    void currentOpenInterest_isInCoins_andOneAnswerTellsOfAll() {
        run(source -> {
            assertThat(source.currentOpenInterest(BTC))
                    .isEqualTo(new OpenInterest(clock.instant(), KnownMarket.openInterest(clock.instant())));
            assertThat(source.currentOpenInterest(PEPE).coins()).isEqualTo(9e9);
            assertThat(types()).containsExactly("metaAndAssetCtxs");
            clock.advance(Duration.ofSeconds(11));
            assertThat(source.currentOpenInterest(BTC).at()).isEqualTo(clock.instant());
            assertThat(types()).hasSize(2);
        });
    }

    @Test
    void currentOpenInterest_isAFailure_whereTheAnswerIsOfSomethingElse() {
        venue.answer("metaAndAssetCtxs", () -> Answer.json("[{\"universe\":[]},[]]"));

        run(source -> assertThat(failure(() -> source.currentOpenInterest(BTC)))
                .hasMessage("does not say how much of BTC is open"));
    }

    @Test
    void marginSchedule_keepsHalfOfTheSmallestInitialMargin() {
        run(source -> {
            MarginSchedule schedule = source.marginSchedule(BTC).orElseThrow();
            assertThat(schedule.takerFeeRate()).isZero();
            assertThat(schedule.asOf()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(schedule.tiers())
                    .containsExactly(
                            new MarginTier(0, 150e6, 0.0125, 0, 40),
                            new MarginTier(150e6, Double.POSITIVE_INFINITY, 0.025, 1_875_000, 20));
        });
    }

    @Test
    void marginSchedule_ofATableThatIsNotListed_hasOneTier() {
        run(source -> {
            assertThat(source.marginSchedule(PEPE).orElseThrow().tiers())
                    .containsExactly(new MarginTier(0, Double.POSITIVE_INFINITY, 0.05, 0, 10));
            Instrument unknown =
                    new Instrument(InstrumentId.of("hyperliquid", "NONE"), "NONE", "USDC", ContractType.LINEAR);
            assertThat(source.marginSchedule(unknown)).isEmpty();
        });
    }

    // ---- how it fails, and its limit

    @Test
    void absurdCandles_areRefusedAndTheRestIsKept() {
        long t = NOON.minus(Duration.ofMinutes(10)).toEpochMilli();
        venue.answer(
                "candleSnapshot",
                () -> Answer.json(
                        "[{\"t\":" + t + ",\"o\":\"1\",\"h\":\"2\",\"l\":\"3\",\"c\":\"1\",\"v\":\"1\"},{\"t\":"
                                + (t + 300_000) + ",\"o\":\"1\",\"h\":\"2\",\"l\":\"1\",\"c\":\"1\",\"v\":\"1\"}]"));

        run(source -> {
            BarPage page = source.bars(BTC, FIVE_MINUTES, Instant.ofEpochMilli(t), NOON);
            assertThat(page.bars()).hasSize(1);
            assertThat(page.refusals()).hasSize(1);
        });
    }

    @Test
    void truncatedJson_isAFailure() {
        venue.answer("meta", () -> Answer.json("{\"universe\":[{\"name\":\"BTC\",\"maxLev"));

        run(source -> assertThat(failure(source::instruments)).hasMessageStartingWith("answered what cannot be read"));
    }

    @Test
    void requestsWait_beforeTheVenueWouldRefuseThem() {
        run(source -> {
            VenueBusyException busy = null;
            int answered = 0;
            while (busy == null) {
                try {
                    source.instruments();
                    answered++;
                } catch (VenueBusyException e) {
                    busy = e;
                }
            }
            assertThat(answered)
                    .as("1,200 of weight, a tenth left to others, 20 each")
                    .isEqualTo(54);
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            clock.advance(Duration.ofSeconds(40));
            assertThat(source.instruments()).isNotEmpty();
        });
    }

    private List<String> types() {
        return server.requests(FakeHyperliquid.INFO).stream()
                .map(FakeHyperliquid::type)
                .toList();
    }

    /// What the venue does not publish is unknown, the mark price among it.
    private static void assertKnown(BarPage page, Instant from, Interval interval) {
        assertThat(page.refusals()).isEmpty();
        assertThat(page.bars())
                .usingRecursiveFieldByFieldElementComparator(toNineDigits())
                .isEqualTo(KnownMarket.bars(from, NOON, interval).stream()
                        .map(bar -> Bar.at(
                                        bar.openTime(),
                                        KnownMarket.lastCandle(bar.openTime(), interval),
                                        PriceKind.LAST)
                                .volume(bar.volume())
                                .fundingRate(funding(bar.openTime()))
                                .build())
                        .toList());
        assertThat(page.bars().getFirst().price().close())
                .isCloseTo(KnownMarket.price(from.plus(interval.duration())) + 2, within(1e-9));
    }

    private static @Nullable Double funding(Instant openTime) {
        return Interval.ONE_HOUR.isBoundary(openTime) ? 0.0000125 : null;
    }

    @Override
    protected String impossibleSymbol() {
        return "odd name";
    }

    @Override
    protected SpoiltTiers spoilTiers() {
        server.rewrite(
                "\"lowerBound\":\"150000000.0\",\"maxLeverage\":20",
                "\"lowerBound\":\"150000000.0\",\"maxLeverage\":null");
        return new SpoiltTiers(BTC, PEPE);
    }
}
