package io.liquidationmap.ingestion.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.MarketDataSource.HistoryOffer;
import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DemoSourceTest {

    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final DemoProperties PROPERTIES = new DemoProperties(ORIGIN, 1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T10:07:30Z"));
    private final DemoSource source = source();
    private final Instrument bitcoin = instrument("BTCUSDT");

    @Test
    void instruments_areListedWithTheirContracts() {
        assertThat(source.simulated()).isTrue();
        assertThat(source.liquidations()).contains(Completeness.COMPLETE);
        assertThat(source.venue().name()).isEqualTo("demo");
        assertThat(source.instruments())
                .extracting(Instrument::symbol, Instrument::base, Instrument::contract)
                .containsExactly(
                        tuple("BTCUSDT", "BTC", ContractType.LINEAR),
                        tuple("ETHUSDT", "ETH", ContractType.LINEAR),
                        tuple("SOLUSDT", "SOL", ContractType.LINEAR),
                        tuple("BTCUSD", "BTC", ContractType.INVERSE));
    }

    @Test
    void bars_areClosed() {
        List<Bar> bars = bars(Interval.FIVE_MINUTES, ORIGIN, clock.instant().plus(Duration.ofDays(1)));
        assertThat(bars).hasSize(4 * 288 + 10 * 12 + 1);
        assertThat(bars.getFirst().openTime()).isEqualTo(ORIGIN);
        assertThat(bars.getLast().openTime()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    }

    @Test
    void bars_goOnWithTheClock() {
        List<Bar> before = bars(Interval.FIVE_MINUTES, ORIGIN, clock.instant());
        clock.advance(Duration.ofMinutes(10));
        List<Bar> after = bars(Interval.FIVE_MINUTES, ORIGIN, clock.instant());
        assertThat(after).hasSize(before.size() + 2).startsWith(before.toArray(Bar[]::new));
    }

    @Test
    void bars_areTheSame_howeverTheyArePaged() {
        Instant to = Instant.parse("2026-01-05T10:00:00Z");
        List<Bar> whole = bars(Interval.parse("15m"), ORIGIN, to);
        List<Bar> pages = new ArrayList<>();
        for (Instant from = ORIGIN; from.isBefore(to); from = from.plus(Duration.ofHours(7))) {
            Instant end = from.plus(Duration.ofHours(7));
            pages.addAll(bars(Interval.parse("15m"), from, end.isBefore(to) ? end : to));
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void bars_areTheSame_afterARestart() {
        List<Bar> asked = bars(Interval.FIVE_MINUTES, ORIGIN, clock.instant());
        DemoSource restarted = source();
        assertThat(restarted
                        .bars(bitcoin, Interval.FIVE_MINUTES, ORIGIN, clock.instant())
                        .bars())
                .isEqualTo(asked);
    }

    @Test
    void bars_areOthers_whenTheSeedIsAnother() {
        DemoSource other = new DemoSource(new DemoListing(new DemoProperties(ORIGIN, 2)).markets(), clock);
        assertThat(other.bars(bitcoin, Interval.ONE_HOUR, ORIGIN, clock.instant())
                        .bars())
                .isNotEqualTo(bars(Interval.ONE_HOUR, ORIGIN, clock.instant()));
    }

    @Test
    void bars_addUp_whenTheIntervalIsLonger() {
        List<Bar> fine = bars(Interval.FIVE_MINUTES, ORIGIN, ORIGIN.plus(Duration.ofDays(1)));
        List<Bar> coarse = bars(Interval.parse("4h"), ORIGIN, ORIGIN.plus(Duration.ofDays(1)));
        assertThat(coarse).hasSize(6);
        for (int i = 0; i < coarse.size(); i++) {
            List<Bar> parts = fine.subList(48 * i, 48 * i + 48);
            Bar whole = coarse.get(i);
            assertThat(whole.openTime()).isEqualTo(parts.getFirst().openTime());
            assertThat(whole.price().open()).isEqualTo(parts.getFirst().price().open());
            assertThat(whole.price().close()).isEqualTo(parts.getLast().price().close());
            assertThat(whole.openInterest()).isEqualTo(parts.getLast().openInterest());
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.price().high())
                        .isLessThanOrEqualTo(whole.price().high());
                assertThat(part.price().low())
                        .isGreaterThanOrEqualTo(whole.price().low());
            });
            double volume = parts.stream()
                    .mapToDouble(part -> Objects.requireNonNull(part.volume()))
                    .sum();
            assertThat(whole.volume()).isCloseTo(volume, within(1e-6));
            assertThat(whole.vwap())
                    .isBetween(whole.price().low(), whole.price().high());
        }
    }

    @Test
    void bars_areNone_whenTheIntervalIsTooShortOrNothingIsThere() {
        assertThat(bars(Interval.ONE_MINUTE, ORIGIN, clock.instant())).isEmpty();
        assertThat(bars(Interval.ONE_HOUR, ORIGIN.minus(Duration.ofDays(9)), ORIGIN))
                .isEmpty();
        assertThat(source.history(bitcoin, Interval.ONE_MINUTE).earliest()).isAfterOrEqualTo(clock.instant());
    }

    @Test
    void history_reachesBackToTheOrigin_andNotBeyondWhatIsKept() {
        assertThat(source.history(bitcoin, Interval.ONE_HOUR).earliest()).isEqualTo(ORIGIN);
        DemoSource old = new DemoSource(
                new DemoListing(new DemoProperties(ORIGIN.minus(Duration.ofDays(410)), 1)).markets(), clock);
        HistoryOffer offer = old.history(bitcoin, Interval.ONE_HOUR);
        assertThat(offer.earliest()).isEqualTo(Instant.parse("2024-12-01T11:00:00Z"));
        assertThat(old.bars(bitcoin, Interval.ONE_HOUR, offer.earliest().minus(Duration.ofDays(5)), clock.instant())
                        .bars())
                .hasSize(400 * 24 - 1)
                .first()
                .extracting(Bar::openTime)
                .isEqualTo(offer.earliest());
    }

    @Test
    void currentOpenInterest_isThatOfTheLastClosedBar() {
        OpenInterest now = source.currentOpenInterest(bitcoin);
        Bar last = bars(Interval.FIVE_MINUTES, ORIGIN, clock.instant()).getLast();
        assertThat(now.at()).isEqualTo(Instant.parse("2026-01-05T10:05:00Z"));
        assertThat(now.coins()).isEqualTo(last.openInterest());
    }

    @Test
    void currentOpenInterest_isUnavailable_beforeTheMarketOpens() {
        clock.set(ORIGIN.minusSeconds(1));
        assertThatExceptionOfType(VenueUnavailableException.class)
                .isThrownBy(() -> source.currentOpenInterest(bitcoin));
        assertThat(bars(Interval.FIVE_MINUTES, ORIGIN, ORIGIN.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void marginSchedule_isPublished() {
        assertThat(source.marginSchedule(bitcoin)).hasValueSatisfying(schedule -> {
            assertThat(schedule.maxLeverage()).isEqualTo(125);
            assertThat(schedule.tiers()).hasSizeGreaterThan(5);
        });
        assertThat(source.marginSchedule(instrument("BTCUSD"))
                        .orElseThrow()
                        .tiers()
                        .getFirst()
                        .cap())
                .isLessThan(100);
    }

    @Test
    void inverseContract_followsThePriceOfTheLinearOne() {
        List<Bar> linear = bars(Interval.ONE_HOUR, ORIGIN, clock.instant());
        List<Bar> inverse = source.bars(instrument("BTCUSD"), Interval.ONE_HOUR, ORIGIN, clock.instant())
                .bars();
        assertThat(inverse)
                .extracting(bar -> bar.price().close())
                .isEqualTo(linear.stream().map(bar -> bar.price().close()).toList());
        assertThat(inverse)
                .extracting(Bar::openInterest)
                .isNotEqualTo(linear.stream().map(Bar::openInterest).toList());
    }

    @Test
    void bars_areTheSame_whenSeveralThreadsAsk() throws Exception {
        List<Bar> expected = source().bars(bitcoin, Interval.ONE_HOUR, ORIGIN, clock.instant())
                .bars();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Bar>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> bars(Interval.ONE_HOUR, ORIGIN, clock.instant())));
            }
            for (Future<List<Bar>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void unknownInstrument_isRefused() {
        Instrument unknown = new Instrument(InstrumentId.of("demo", "DOGEUSDT"), "DOGE", "USDT", ContractType.LINEAR);
        assertThatIllegalArgumentException().isThrownBy(() -> source.marginSchedule(unknown));
    }

    @Test
    void properties_areRefused_whenTheOriginIsNoBoundary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoProperties(ORIGIN.plusSeconds(1), 1))
                .withMessageContaining("liquidationmap.demo.origin");
    }

    private DemoSource source() {
        return new DemoSource(new DemoListing(PROPERTIES).markets(), clock);
    }

    private List<Bar> bars(Interval interval, Instant from, Instant to) {
        return source.bars(bitcoin, interval, from, to).bars();
    }

    private Instrument instrument(String symbol) {
        return source.instruments().stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
