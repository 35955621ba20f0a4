package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class BarHistoryIT extends BarHistoryContract {

    private static final Candle FLAT = new Candle(100, 100, 100, 100);

    @Autowired
    BarHistory history;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient database;

    @Override
    BarHistory history() {
        return history;
    }

    @Override
    SettableClock clock() {
        return clock;
    }

    @BeforeEach
    void registerInstruments() {
        catalog.register(new KnownVenue(new Venue("binance"), false));
        catalog.register(new Instrument(BITCOIN, "BTC", "USDT", ContractType.LINEAR));
        catalog.register(new Instrument(ETHER, "ETH", "USDT", ContractType.LINEAR));
    }

    @Test
    void write_refusesBars_whenTheInstrumentIsUnknown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> history.write(InstrumentId.of("binance", "XRPUSDT"), HOUR, hours(0, 2)))
                .withMessageContaining("binance:XRPUSDT");
    }

    @Test
    void write_touchesNoRow_whenRepeated() {
        history.write(BITCOIN, HOUR, hours(0, 30));
        List<String> before = rowVersions();

        history.write(BITCOIN, HOUR, hours(0, 30));

        assertThat(rowVersions()).isEqualTo(before);
    }

    @Test
    void write_touchesOnlyTheRowThatDiffers() {
        history.write(BITCOIN, HOUR, hours(0, 30));
        List<String> before = rowVersions();

        history.write(BITCOIN, HOUR, List.of(hour(3), bar(4).fundingRate(0.0001).build(), hour(5)));

        List<String> after = rowVersions();
        assertThat(after).hasSameSizeAs(before);
        assertThat(IntStream.range(0, 30)
                        .filter(i -> !after.get(i).equals(before.get(i)))
                        .toArray())
                .containsExactly(4);
    }

    @Test
    void bars_areInThePartitionOfTheirMonthInUtc() {
        Bar lastOfJanuary = Bar.at(Instant.parse("2026-01-31T23:00:00Z"), CANDLE, PriceKind.MARK)
                .build();
        Bar firstOfFebruary = Bar.at(Instant.parse("2026-02-01T00:00:00Z"), CANDLE, PriceKind.MARK)
                .build();
        history.write(BITCOIN, HOUR, List.of(lastOfJanuary, firstOfFebruary));

        assertThat(database.sql("select tableoid::regclass::text from bar order by open_time")
                        .query(String.class)
                        .list())
                .containsExactly("bar_y2026m01", "bar_y2026m02");
    }

    @Test
    void partitions_areThereAheadOfNeed() {
        history.write(
                BITCOIN,
                HOUR,
                List.of(Bar.at(Instant.parse("2030-11-30T23:00:00Z"), CANDLE, PriceKind.MARK)
                        .build()));

        assertThat(database.sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'bar'::regclass")
                        .query(String.class)
                        .list())
                .contains("bar_y2030m11", "bar_y2030m12", "bar_y2031m01");
    }

    @Test
    void write_countsEveryRowOnce_whenInstancesWriteTheSameBarsAtOnce() {
        List<Bar> bars = hours(0, 3_000);

        WriteResult sum = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> history.write(BITCOIN, HOUR, bars)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .reduce(WriteResult.NONE, WriteResult::plus);

        assertThat(sum).isEqualTo(new WriteResult(3_000, 0, 15_000));
        assertThat(state().bars()).isEqualTo(3_000);
        assertThat(state().version()).isEqualTo(1);
    }

    @Test
    void write_losesNoField_whenSourcesWriteTheSameBarsAtOnce() {
        List<Bar> volumes = IntStream.range(0, 500)
                .mapToObj(i -> bar(i).volume(1.0 + i).build())
                .toList();
        List<Bar> openInterests = IntStream.range(0, 500)
                .mapToObj(i -> bar(499 - i).openInterest(500.0 - i).build())
                .toList();

        CompletableFuture<WriteResult> first =
                CompletableFuture.supplyAsync(() -> history.write(BITCOIN, HOUR, volumes));
        CompletableFuture<WriteResult> second =
                CompletableFuture.supplyAsync(() -> history.write(BITCOIN, HOUR, openInterests));

        assertThat(first.join().plus(second.join())).isEqualTo(new WriteResult(500, 500, 0));
        assertThat(IntStream.range(0, 500).mapToDouble(readAll()::volume).sum())
                .isEqualTo(IntStream.range(0, 500)
                        .mapToDouble(readAll()::openInterest)
                        .sum());
    }

    @Test
    void partitions_areMadeOnce_whenWritersOfDifferentSeriesNeedThemAtOnce() {
        List<Bar> bars = IntStream.range(0, 24)
                .mapToObj(month -> Bar.at(
                                Instant.parse("2040-01-01T00:00:00Z").plus(Duration.ofDays(31L * month)),
                                CANDLE,
                                PriceKind.MARK)
                        .build())
                .toList();

        CompletableFuture<WriteResult> first = CompletableFuture.supplyAsync(() -> history.write(BITCOIN, HOUR, bars));
        CompletableFuture<WriteResult> second =
                CompletableFuture.supplyAsync(() -> history.write(ETHER, HOUR, bars.reversed()));

        assertThat(first.join()).isEqualTo(new WriteResult(24, 0, 0));
        assertThat(second.join()).isEqualTo(new WriteResult(24, 0, 0));
    }

    @Test
    void changeLog_staysShort_whenABackfillWalksIntoThePast() {
        for (int hours = 50; hours > 0; hours -= 5) {
            history.write(BITCOIN, HOUR, hours(hours, hours + 5));
        }

        assertThat(database.sql("select count(*) from series_change")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(state().version()).isEqualTo(10);
    }

    @Test
    void read_seesNothingOfAWriteThatFailed() {
        history.write(BITCOIN, HOUR, hours(0, 3));
        Bar impossible = Bar.at(time(3).plusMillis(1), CANDLE, PriceKind.MARK).build();

        assertThat(catchThrowable(() -> history.write(BITCOIN, HOUR, List.of(hour(0), hour(9), impossible))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(readAll().size()).isEqualTo(3);
    }

    /// Random writes that overlap, repeat and contradict one another: after each, both histories must agree on
    /// everything they can be asked.
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void history_agreesWithItsPlainTwin(long seed) {
        Random random = new Random(seed);
        BarHistory twin = new InMemoryBarHistory(clock);
        for (int write = 0; write < 25; write++) {
            List<Bar> bars = randomBars(random);
            clock.advance(Duration.ofSeconds(1));

            assertThat(history.write(BITCOIN, HOUR, bars)).isEqualTo(twin.write(BITCOIN, HOUR, bars));

            assertThat(history.series()).isEqualTo(twin.series());
            Instant from = time(random.nextInt(-10, 60));
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(-100, 4_000)));
            boolean openInterestRequired = random.nextBoolean();
            assertThat(history.gaps(BITCOIN, HOUR, from, to, openInterestRequired))
                    .isEqualTo(twin.gaps(BITCOIN, HOUR, from, to, openInterestRequired));
            assertThat(history.read(BITCOIN, HOUR, from, to))
                    .usingRecursiveComparison()
                    .withComparatorForType(Double::compare, Double.class)
                    .isEqualTo(twin.read(BITCOIN, HOUR, from, to));
        }
        LongStream.rangeClosed(0, state().version())
                .forEach(version -> assertThat(history.changedSince(BITCOIN, HOUR, version))
                        .isEqualTo(twin.changedSince(BITCOIN, HOUR, version)));
    }

    private static List<Bar> randomBars(Random random) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(_ -> {
                    PriceKind kind = random.nextBoolean() ? PriceKind.MARK : PriceKind.LAST;
                    return Bar.at(time(random.nextInt(60)), random.nextBoolean() ? CANDLE : FLAT, kind)
                            .volume(maybe(random))
                            .openInterest(maybe(random))
                            .fundingRate(maybe(random))
                            .liquidatedShortUsd(maybe(random))
                            .build();
                })
                .toList();
    }

    private static @Nullable Double maybe(Random random) {
        return random.nextBoolean() ? null : (double) random.nextInt(3);
    }

    /// Changes with every new version of a row.
    private List<String> rowVersions() {
        return database.sql("select concat_ws(':', tableoid, ctid, xmin, xmax) from bar order by open_time")
                .query(String.class)
                .list();
    }
}
