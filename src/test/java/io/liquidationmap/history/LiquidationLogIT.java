package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.history.LiquidationLog.Happened;
import io.liquidationmap.history.LiquidationLog.Heard;
import io.liquidationmap.history.LiquidationLog.StepSum;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class LiquidationLogIT {

    private static final InstrumentId BTC = InstrumentId.of("binance", "BTCUSDT");
    private static final InstrumentId ETH = InstrumentId.of("binance", "ETHUSDT");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Interval HOUR = Interval.ONE_HOUR;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    LiquidationLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void registerInstruments() {
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(new Instrument(BTC, "BTC", "USDT", ContractType.LINEAR));
        catalog.register(new Instrument(ETH, "ETH", "USDT", ContractType.LINEAR));
    }

    @Test
    void append_storesAnEventOnce_howeverOftenItComes() {
        List<Liquidation> events = List.of(event(0, Side.LONG, 2), event(1, Side.SHORT, 3));

        assertThat(log.append(events, List.of())).isEqualTo(2);
        assertThat(log.append(events, List.of())).isZero();
        assertThat(log.append(List.of(events.getLast(), event(2, Side.LONG, 1)), List.of()))
                .isOne();

        assertThat(log.events(BTC, NOON, NOON.plusSeconds(60)))
                .extracting(Liquidation::time, Liquidation::side, Liquidation::coins, Liquidation::usd)
                .containsExactly(
                        tuple(NOON, Side.LONG, 2.0, 200.0),
                        tuple(NOON.plusSeconds(1), Side.SHORT, 3.0, 300.0),
                        tuple(NOON.plusSeconds(2), Side.LONG, 1.0, 100.0));
        assertThat(log.sums(BTC, HOUR, NOON, NOON.plusSeconds(3600)))
                .containsExactly(new StepSum(NOON, Side.LONG, 2, 300), new StepSum(NOON, Side.SHORT, 1, 300));
    }

    @Test
    void stored_areThoseOfSeveralInstruments_inTheOrderOfStoring_withWhatTheirFeedTells() {
        long before = log.lastNumber();
        Liquidation ofEth = Liquidation.ofCoins(ETH, NOON.plusSeconds(1), Side.LONG, 10, 1);
        log.append(
                List.of(event(2, Side.SHORT, 2), ofEth),
                List.of(new Coverage(BTC, NOON.plusSeconds(1), NOON.plusSeconds(9), Completeness.THROTTLED)));
        long between = log.lastNumber();
        log.append(List.of(event(0, Side.LONG, 1), event(2, Side.SHORT, 2)), List.of());
        long last = log.lastNumber();

        List<Heard> all = log.stored(List.of(BTC, ETH), before, last, 9);
        assertThat(all)
                .extracting(heard -> heard.liquidation().time(), Heard::completeness)
                .containsExactly(
                        tuple(NOON.plusSeconds(2), Completeness.THROTTLED),
                        tuple(NOON.plusSeconds(1), null),
                        tuple(NOON, null));
        assertThat(all)
                .extracting(Heard::number)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(last);
        assertThat(log.stored(List.of(BTC, ETH), before, last, 2)).isEqualTo(all.subList(1, 3));
        assertThat(log.stored(List.of(BTC, ETH), before, between, 9)).isEqualTo(all.subList(0, 2));
        assertThat(log.stored(List.of(BTC), between, last, 9)).isEqualTo(all.subList(2, 3));
        assertThat(log.stored(List.of(), before, last, 9)).isEmpty();
        assertThat(log.stored(List.of(BTC), last, last, 9)).isEmpty();
        assertThat(log.happened(List.of(BTC), before, last)).contains(new Happened(NOON, NOON.plusSeconds(2)));
        assertThat(log.happened(List.of(ETH), between, last)).isEmpty();
        assertThat(last).as("what is known already takes no numbers").isEqualTo(between + 1);
    }

    /// Instances store at the same time; a transaction with lower numbers must not end after one with higher ones, or
    /// whoever reads in between never sees what it stored.
    @Test
    void stored_leavesNothingOut_thatASlowTransactionStores() {
        long before = log.lastNumber();
        List<Heard> read = new ArrayList<>();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                log.append(List.of(event(1, Side.LONG, 1)), List.of());
                awaitDoneOrWaiting(others.submit(() -> log.append(List.of(event(90, Side.LONG, 1)), List.of())));
                read.addAll(CompletableFuture.supplyAsync(() -> storedSince(before), others)
                        .join());
            });
        }

        read.addAll(storedSince(read.isEmpty() ? before : read.getLast().number()));
        assertThat(read)
                .extracting(heard -> heard.liquidation().time())
                .containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(90));
    }

    private List<Heard> storedSince(long number) {
        return log.stored(List.of(BTC), number, log.lastNumber(), 10);
    }

    /// Until it has stored, or waits for its turn.
    private void awaitDoneOrWaiting(Future<?> writer) {
        while (!writer.isDone()
                && database.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void append_tellsApart_whatComesAlikeInOneMessage_andWhatTheVenueNames() {
        Liquidation one = event(0, Side.LONG, 2);

        log.append(List.of(one, one.numbered(1), one.named("a"), one.named("b")), List.of());
        log.append(List.of(event(5, Side.LONG, 9).named("a")), List.of());

        assertThat(log.events(BTC, NOON, NOON.plusSeconds(60))).hasSize(4);
    }

    @Test
    void append_ofOneBatchTwiceTheSame_storesItOnce() {
        Liquidation one = event(0, Side.LONG, 2);

        assertThat(log.append(List.of(one, one), List.of())).isOne();
    }

    @Test
    void append_refusesWhatIsNotRegistered_andStoresNothingOfIt() {
        Liquidation unknown = Liquidation.ofCoins(InstrumentId.of("binance", "NOPEUSDT"), NOON, Side.LONG, 100, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> log.append(List.of(event(0, Side.LONG, 2), unknown), List.of()))
                .withMessageContaining("binance:NOPEUSDT");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        log.append(List.of(event(0, Side.LONG, 2)), List.of(coverage(unknown.instrument(), 0, 60))));

        assertThat(log.events(BTC, NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(log.sums(BTC, HOUR, NOON, NOON.plusSeconds(3600))).isEmpty();
    }

    /// Several instances of the service hear the same, in other batches and another order.
    @Test
    void append_fromSeveralInstancesAtOnce_countsNothingTwice() {
        List<Liquidation> all = IntStream.range(0, 400)
                .mapToObj(i -> event(i * 7, i % 3 == 0 ? Side.SHORT : Side.LONG, 1 + i % 5))
                .toList();
        List<CompletableFuture<Long>> instances = IntStream.range(0, 4)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> appendInBatches(all, seed)))
                .toList();

        long added = instances.stream().mapToLong(CompletableFuture::join).sum();

        assertThat(added).isEqualTo(400);
        assertThat(log.events(BTC, NOON, NOON.plusSeconds(3600))).hasSize(400);
        for (Side side : Side.values()) {
            double expected = all.stream()
                    .filter(event -> event.side() == side)
                    .mapToDouble(Liquidation::usd)
                    .sum();
            assertThat(log.sums(BTC, HOUR, NOON, NOON.plusSeconds(3600)).stream()
                            .filter(sum -> sum.side() == side)
                            .mapToDouble(StepSum::usd)
                            .sum())
                    .isCloseTo(expected, within(1e-6));
        }
    }

    private long appendInBatches(List<Liquidation> all, int seed) {
        Random random = new Random(seed);
        List<Liquidation> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        long added = 0;
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(60));
            added += log.append(shuffled.subList(from, to), List.of(coverage(BTC, 0, to)));
            from = to;
        }
        return added;
    }

    @Test
    void sums_fallIntoSteps() {
        log.append(
                List.of(
                        event(0, Side.LONG, 1),
                        event(299, Side.LONG, 1),
                        event(300, Side.LONG, 1),
                        Liquidation.ofCoins(ETH, NOON, Side.LONG, 100, 50)),
                List.of());

        assertThat(log.sums(BTC, Interval.FIVE_MINUTES, NOON, NOON.plusSeconds(600)))
                .containsExactly(
                        new StepSum(NOON, Side.LONG, 2, 200), new StepSum(NOON.plusSeconds(300), Side.LONG, 1, 100));
        assertThat(log.sums(BTC, Interval.FIVE_MINUTES, NOON.plusSeconds(300), NOON.plusSeconds(600)))
                .containsExactly(new StepSum(NOON.plusSeconds(300), Side.LONG, 1, 100));
        Instant midnight = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(log.sums(BTC, Interval.ONE_DAY, midnight, midnight.plusSeconds(86_400)))
                .containsExactly(new StepSum(midnight, Side.LONG, 3, 300));
    }

    @Test
    void coverage_isProlonged_united_andCutToWhatIsAskedFor() {
        log.append(List.of(), List.of(coverage(BTC, 0, 60)));
        log.append(List.of(), List.of(coverage(BTC, 0, 120)));
        log.append(List.of(), List.of(coverage(BTC, 0, 90)));
        log.append(List.of(), List.of(coverage(BTC, 100, 200), coverage(BTC, 300, 400)));

        assertThat(log.coverage(BTC, NOON, NOON.plusSeconds(3600)))
                .containsExactly(coverage(BTC, 0, 200), coverage(BTC, 300, 400));
        assertThat(log.coverage(BTC, NOON.plusSeconds(150), NOON.plusSeconds(350)))
                .containsExactly(coverage(BTC, 150, 200), coverage(BTC, 300, 350));
        assertThat(log.coverage(BTC, NOON.plusSeconds(200), NOON.plusSeconds(300)))
                .isEmpty();
        assertThat(log.coverage(ETH, NOON, NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void completeBars_fillsWhatWasListenedToFromBeginningToEnd_andNothingElse() {
        history.write(BTC, HOUR, List.of(bar(0), bar(1), bar(2), bar(3)));
        log.append(
                List.of(event(10, Side.LONG, 2), event(3700, Side.SHORT, 4), event(2 * 3600 + 5, Side.LONG, 8)),
                List.of(coverage(BTC, -5, 2 * 3600), coverage(BTC, 2 * 3600 + 1, 4 * 3600)));

        assertThat(log.completeBars(BTC, HOUR, NOON, NOON.plusSeconds(4 * 3600)))
                .isEqualTo(3);

        BarSeries bars = history.read(BTC, HOUR, NOON, NOON.plusSeconds(4 * 3600));
        assertThat(longUsd(bars)).containsExactly(200.0, 0.0, Double.NaN, 0.0);
        assertThat(shortUsd(bars)).containsExactly(0.0, 400.0, Double.NaN, 0.0);
    }

    @Test
    void completeBars_leavesWhatTheVenueStated() {
        Bar stated = bar(0).toBuilder()
                .liquidatedLongUsd(7.0)
                .liquidatedShortUsd(0.0)
                .build();
        history.write(BTC, HOUR, List.of(stated));
        log.append(List.of(event(10, Side.LONG, 2)), List.of(coverage(BTC, 0, 3600)));

        assertThat(log.completeBars(BTC, HOUR, NOON, NOON.plusSeconds(3600))).isZero();
        assertThat(longUsd(history.read(BTC, HOUR, NOON, NOON.plusSeconds(3600))))
                .containsExactly(7.0);
    }

    @Test
    void completeBars_raisesTheVersionFromTheFirstChangedBarOn_andOnlyOnce() {
        history.write(BTC, HOUR, List.of(bar(0), bar(1)));
        long version = series().version();
        log.append(List.of(), List.of(coverage(BTC, 3600, 7200)));

        assertThat(log.completeBars(BTC, HOUR, NOON, NOON.plusSeconds(7200))).isOne();

        SeriesState completed = series();
        assertThat(completed.version()).isGreaterThan(version);
        assertThat(completed.bars()).isEqualTo(2);
        assertThat(completed.from()).isEqualTo(NOON);
        assertThat(completed.to()).isEqualTo(NOON.plusSeconds(7200));
        assertThat(history.changedSince(BTC, HOUR, version)).contains(NOON.plusSeconds(3600));
        assertThat(log.completeBars(BTC, HOUR, NOON, NOON.plusSeconds(7200))).isZero();
        assertThat(series()).isEqualTo(completed);
    }

    @Test
    void completeBars_ofASeriesThatIsNotThere_doesNothing() {
        log.append(List.of(), List.of(coverage(BTC, 0, 3600)));

        assertThat(log.completeBars(BTC, HOUR, NOON, NOON.plusSeconds(3600))).isZero();
        assertThat(history.series()).isEmpty();
    }

    private SeriesState series() {
        return history.series(BTC, HOUR).orElseThrow();
    }

    private static Liquidation event(int second, Side side, double coins) {
        return Liquidation.ofCoins(BTC, NOON.plusSeconds(second), side, 100, coins);
    }

    private static Coverage coverage(InstrumentId instrument, int from, int to) {
        return new Coverage(instrument, NOON.plusSeconds(from), NOON.plusSeconds(to), Completeness.COMPLETE);
    }

    private static Bar bar(int hour) {
        return Bar.at(NOON.plus(Duration.ofHours(hour)), new Candle(100, 101, 99, 100), PriceKind.MARK)
                .build();
    }

    private static double[] longUsd(BarSeries bars) {
        return IntStream.range(0, bars.size())
                .mapToDouble(bars::liquidatedLongUsd)
                .toArray();
    }

    private static double[] shortUsd(BarSeries bars) {
        return IntStream.range(0, bars.size())
                .mapToDouble(bars::liquidatedShortUsd)
                .toArray();
    }
}
