package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [BarHistory] must do.
abstract class BarHistoryContract {

    static final InstrumentId BITCOIN = InstrumentId.of("binance", "BTCUSDT");
    static final InstrumentId ETHER = InstrumentId.of("binance", "ETHUSDT");
    static final Interval HOUR = Interval.ONE_HOUR;
    static final Instant START = Instant.parse("2026-01-31T20:00:00Z");
    static final Candle CANDLE = new Candle(100, 110, 90, 105);

    abstract BarHistory history();

    abstract SettableClock clock();

    @Test
    void read_returnsBarsAscending_whenWrittenInAnyOrder() {
        history().write(BITCOIN, HOUR, List.of(hour(2), hour(0), hour(1)));

        assertThat(openTimes(readAll())).containsExactly(time(0), time(1), time(2));
    }

    @Test
    void read_takesTheStart_andLeavesOutTheEnd() {
        history().write(BITCOIN, HOUR, hours(0, 5));

        assertThat(openTimes(history().read(BITCOIN, HOUR, time(1), time(3)))).containsExactly(time(1), time(2));
        assertThat(openTimes(history().read(BITCOIN, HOUR, time(1).plusMillis(1), time(3).plusMillis(1))))
                .containsExactly(time(2), time(3));
        assertThat(history().read(BITCOIN, HOUR, time(3), time(1)).isEmpty()).isTrue();
    }

    @Test
    void read_isEmpty_whenNothingWasWritten() {
        assertThat(readAll().isEmpty()).isTrue();
        assertThat(history()
                        .read(InstrumentId.of("okx", "never-heard-of"), HOUR, time(0), time(9))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void series_ofAnInstrument_areAllItsOwn_byInterval() {
        history().write(BITCOIN, HOUR, List.of(hour(0)));
        history().write(BITCOIN, Interval.FIVE_MINUTES, List.of(hour(0)));
        history().write(ETHER, HOUR, List.of(hour(0)));

        assertThat(history().series(BITCOIN))
                .extracting(SeriesState::instrument, SeriesState::interval)
                .containsExactly(tuple(BITCOIN, Interval.FIVE_MINUTES), tuple(BITCOIN, HOUR));
        assertThat(history().series(InstrumentId.of("okx", "never-heard-of"))).isEmpty();
    }

    @Test
    void read_keepsInstrumentsAndIntervalsApart() {
        history().write(BITCOIN, HOUR, List.of(hour(0)));
        history().write(ETHER, HOUR, List.of(hour(1)));
        history().write(BITCOIN, Interval.FIVE_MINUTES, List.of(hour(2)));

        assertThat(openTimes(readAll())).containsExactly(time(0));
    }

    @Test
    void unknown_isNotZero() {
        Bar unknown = hour(0);
        Bar zero = bar(1).vwap(0.0)
                .volume(0.0)
                .takerBuyVolume(0.0)
                .openInterest(0.0)
                .longShortRatio(0.0)
                .liquidatedLongUsd(0.0)
                .liquidatedShortUsd(0.0)
                .build();
        history().write(BITCOIN, HOUR, List.of(unknown, zero));

        BarSeries series = readAll();

        assertThat(columns(series, 0)).containsOnly(Double.NaN);
        assertThat(columns(series, 1)).containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                1e-9,
                0.1 + 0.2,
                1.0 / 3,
                123_456.789,
                9_007_199_254_740_991.0,
                1.7976931348623155e308,
                Double.MAX_VALUE
            })
    void values_comeBackBitForBit(double value) {
        Bar bar = Bar.at(START, new Candle(value, value, value, value), PriceKind.MARK)
                .vwap(value)
                .volume(value)
                .takerBuyVolume(value)
                .openInterest(value)
                .longShortRatio(value)
                .fundingRate(-value)
                .liquidatedLongUsd(value)
                .liquidatedShortUsd(value)
                .build();
        history().write(BITCOIN, HOUR, List.of(bar));

        BarSeries series = readAll();

        assertThat(new double[] {series.open(0), series.high(0), series.low(0), series.close(0)})
                .containsOnly(value);
        assertThat(columns(series, 0)).containsOnly(value);
        assertThat(history().write(BITCOIN, HOUR, List.of(bar))).isEqualTo(new WriteResult(0, 0, 1));
    }

    @Test
    void write_addsNothing_whenRepeated() {
        List<Bar> bars = hours(0, 30);
        assertThat(history().write(BITCOIN, HOUR, bars)).isEqualTo(new WriteResult(30, 0, 0));
        SeriesState before = state();
        clock().advance(Duration.ofMinutes(1));

        assertThat(history().write(BITCOIN, HOUR, bars)).isEqualTo(new WriteResult(0, 0, 30));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void write_countsNewChangedAndUnchanged() {
        history().write(BITCOIN, HOUR, hours(0, 4));
        Bar changed = bar(1).openInterest(7.0).build();

        assertThat(history().write(BITCOIN, HOUR, List.of(hour(0), changed, hour(3), hour(4), hour(5))))
                .isEqualTo(new WriteResult(2, 1, 2));
    }

    @Test
    void write_doesNothing_whenThereIsNoBar() {
        assertThat(history().write(BITCOIN, HOUR, List.of())).isEqualTo(WriteResult.NONE);
        assertThat(history().series()).isEmpty();
    }

    @Test
    void write_takesTheLaterBar_whenTwoOpenAtOnce() {
        Bar earlier = bar(0).openInterest(1.0).volume(5.0).build();
        Bar later = bar(0).openInterest(2.0).build();

        assertThat(history().write(BITCOIN, HOUR, List.of(earlier, hour(1), later)))
                .isEqualTo(new WriteResult(2, 0, 0));
        assertThat(readAll().openInterest(0)).isEqualTo(2.0);
        assertThat(readAll().volume(0)).isNaN();
    }

    @Test
    void write_refusesAll_whenOneBarIsOffTheBoundary() {
        Bar offBoundary =
                Bar.at(time(1).plusSeconds(60), CANDLE, PriceKind.MARK).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> history().write(BITCOIN, HOUR, List.of(hour(0), offBoundary)))
                .withMessageContaining("2026-01-31T21:01:00Z");
        assertThat(history().series()).isEmpty();
    }

    @Test
    void write_storesNothing_whenTheBarsBreakOff() {
        Iterable<Bar> brokenOff = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Bar next() {
                if (next == 3) {
                    throw new IllegalStateException("the source broke off");
                }
                return hour(next++);
            }
        };

        assertThat(catchThrowable(() -> history().write(BITCOIN, HOUR, brokenOff)))
                .hasMessage("the source broke off");
        assertThat(history().series()).isEmpty();
        assertThat(history().write(BITCOIN, HOUR, hours(0, 2))).isEqualTo(new WriteResult(2, 0, 0));
    }

    @Test
    void write_doesTheSame_howeverManyBarsComeAndFromWherever() {
        List<Bar> few = List.of(
                bar(1).openInterest(1.0).fundingRate(-0.01).build(),
                bar(0).vwap(101.0).volume(5.0).takerBuyVolume(2.0).build(),
                bar(2).liquidatedLongUsd(0.0).liquidatedShortUsd(7.0).build(),
                bar(1).longShortRatio(1.5)
                        .topAccountRatio(0.5)
                        .topPositionRatio(0.25)
                        .build());
        // A year of hours, and each of the few among them.
        List<Bar> many = new ArrayList<>(hours(3, 24 * 365));
        many.addAll(few);

        WriteResult listed = history().write(BITCOIN, HOUR, few);
        WriteResult streamed = history().write(ETHER, HOUR, Collections.unmodifiableCollection(few));
        WriteResult again = history().write(BITCOIN, HOUR, many);

        assertThat(listed).isEqualTo(streamed).isEqualTo(new WriteResult(3, 0, 0));
        assertThat(again).isEqualTo(new WriteResult(24 * 365 - 3, 0, 3));
        BarSeries bitcoin = history().read(BITCOIN, HOUR, time(0), time(3));
        BarSeries ether = history().read(ETHER, HOUR, time(0), time(3));
        assertThat(bitcoin)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                .isEqualTo(ether);
        assertThat(bitcoin.longShortRatio(1)).isEqualTo(1.5);
        assertThat(bitcoin.openInterest(1)).isNaN();
    }

    /// One optional field of a bar at a time.
    static Stream<Bar> barsWithOneKnownValue() {
        return Stream.of(
                bar(0).vwap(7.0).build(),
                bar(0).volume(7.0).build(),
                bar(0).takerBuyVolume(7.0).build(),
                bar(0).openInterest(7.0).build(),
                bar(0).longShortRatio(7.0).build(),
                bar(0).topAccountRatio(7.0).build(),
                bar(0).topPositionRatio(7.0).build(),
                bar(0).fundingRate(-7.0).build(),
                bar(0).liquidatedLongUsd(7.0).build(),
                bar(0).liquidatedShortUsd(7.0).build());
    }

    @ParameterizedTest
    @MethodSource("barsWithOneKnownValue")
    void write_fillsInWhatBecomesKnown_andForgetsNothing(Bar known) {
        Bar unknown = hour(0);
        history().write(BITCOIN, HOUR, List.of(unknown));

        assertThat(history().write(BITCOIN, HOUR, List.of(known))).isEqualTo(new WriteResult(0, 1, 0));
        assertThat(history().write(BITCOIN, HOUR, List.of(unknown))).isEqualTo(new WriteResult(0, 0, 1));
        assertThat(history().write(BITCOIN, HOUR, List.of(known))).isEqualTo(new WriteResult(0, 0, 1));
    }

    @Test
    void write_mergesFieldByField_whenSourcesKnowDifferentThings() {
        history()
                .write(
                        BITCOIN,
                        HOUR,
                        List.of(bar(0).volume(3.0).openInterest(50.0).build()));
        history()
                .write(
                        BITCOIN,
                        HOUR,
                        List.of(bar(0).openInterest(60.0).longShortRatio(1.5).build()));

        assertThat(columns(readAll(), 0))
                .containsExactly(Double.NaN, 3.0, Double.NaN, 60.0, 1.5, Double.NaN, Double.NaN);
    }

    @Test
    void write_replacesLastPriceByMarkPrice() {
        Candle last = new Candle(101, 111, 91, 106);
        history()
                .write(
                        BITCOIN,
                        HOUR,
                        List.of(Bar.at(START, last, PriceKind.LAST).build()));

        assertThat(history().write(BITCOIN, HOUR, List.of(hour(0)))).isEqualTo(new WriteResult(0, 1, 0));
        assertThat(readAll().isMark(0)).isTrue();
        assertThat(readAll().high(0)).isEqualTo(110);
    }

    @Test
    void write_keepsMarkPrice_whenLastPriceComes_butTakesItsOtherValues() {
        history().write(BITCOIN, HOUR, List.of(hour(0)));
        Candle last = new Candle(101, 111, 91, 106);

        assertThat(history()
                        .write(
                                BITCOIN,
                                HOUR,
                                List.of(Bar.at(START, last, PriceKind.LAST).build())))
                .isEqualTo(new WriteResult(0, 0, 1));
        assertThat(history()
                        .write(
                                BITCOIN,
                                HOUR,
                                List.of(Bar.at(START, last, PriceKind.LAST)
                                        .volume(4.0)
                                        .build())))
                .isEqualTo(new WriteResult(0, 1, 0));
        BarSeries series = readAll();
        assertThat(series.isMark(0)).isTrue();
        assertThat(new double[] {series.open(0), series.high(0), series.low(0), series.close(0)})
                .containsExactly(100, 110, 90, 105);
        assertThat(series.volume(0)).isEqualTo(4.0);
    }

    @ParameterizedTest
    @MethodSource("sameKinds")
    void write_replacesCandle_whenTheSameKindComesAgain(PriceKind kind) {
        Candle revised = new Candle(100, 110, 90, 104.5);
        history().write(BITCOIN, HOUR, List.of(Bar.at(START, CANDLE, kind).build()));

        assertThat(history()
                        .write(
                                BITCOIN,
                                HOUR,
                                List.of(Bar.at(START, revised, kind).build())))
                .isEqualTo(new WriteResult(0, 1, 0));
        assertThat(readAll().close(0)).isEqualTo(104.5);
    }

    static Stream<PriceKind> sameKinds() {
        return Stream.of(PriceKind.values());
    }

    @Test
    void series_tellsExtentAndCount() {
        history().write(BITCOIN, HOUR, hours(3, 5));
        history().write(BITCOIN, HOUR, hours(0, 2));

        SeriesState state = state();

        assertThat(state.from()).isEqualTo(time(0));
        assertThat(state.to()).isEqualTo(time(5));
        assertThat(state.bars()).isEqualTo(4);
        assertThat(state.changedAt()).isEqualTo(clock().instant());
    }

    @Test
    void series_areListedByInstrumentAndInterval() {
        history().write(ETHER, HOUR, List.of(hour(0)));
        history().write(BITCOIN, HOUR, List.of(hour(0)));
        history().write(BITCOIN, Interval.FIVE_MINUTES, List.of(hour(0)));

        assertThat(history().series())
                .extracting(SeriesState::instrument, SeriesState::interval)
                .containsExactly(tuple(BITCOIN, Interval.FIVE_MINUTES), tuple(BITCOIN, HOUR), tuple(ETHER, HOUR));
    }

    @Test
    void version_risesOnlyWithAChange() {
        history().write(BITCOIN, HOUR, hours(0, 2));
        long first = state().version();
        Instant firstChange = clock().instant();
        clock().advance(Duration.ofMinutes(1));

        history().write(BITCOIN, HOUR, hours(0, 2));
        assertThat(state().version()).isEqualTo(first);
        assertThat(state().changedAt()).isEqualTo(firstChange);

        history().write(BITCOIN, HOUR, List.of(bar(1).volume(1.0).build()));
        assertThat(state().version()).isGreaterThan(first);
        assertThat(state().changedAt()).isEqualTo(firstChange.plusSeconds(60));
    }

    @Test
    void changedSince_isTheEarliestChangedBar() {
        history().write(BITCOIN, HOUR, hours(0, 5));
        long first = state().version();
        history().write(BITCOIN, HOUR, List.of(hour(0), bar(3).volume(1.0).build()));
        long second = state().version();
        history().write(BITCOIN, HOUR, List.of(hour(5)));
        long third = state().version();

        assertThat(history().changedSince(BITCOIN, HOUR, 0)).contains(time(0));
        assertThat(history().changedSince(BITCOIN, HOUR, first)).contains(time(3));
        assertThat(history().changedSince(BITCOIN, HOUR, second)).contains(time(5));
        assertThat(history().changedSince(BITCOIN, HOUR, third)).isEmpty();
    }

    @Test
    void changedSince_reachesBack_whenALaterWriteChangesAnEarlierBar() {
        history().write(BITCOIN, HOUR, hours(0, 5));
        long first = state().version();
        history().write(BITCOIN, HOUR, List.of(bar(4).volume(1.0).build()));
        long second = state().version();
        history().write(BITCOIN, HOUR, List.of(bar(2).volume(1.0).build()));

        assertThat(history().changedSince(BITCOIN, HOUR, first)).contains(time(2));
        assertThat(history().changedSince(BITCOIN, HOUR, second)).contains(time(2));
    }

    @Test
    void changedSince_isEmpty_whenTheSeriesIsUnknown() {
        assertThat(history().changedSince(BITCOIN, HOUR, 0)).isEmpty();
    }

    @Test
    void fundingRate_isTheSumOfWhatIsKnown() {
        history()
                .write(
                        BITCOIN,
                        HOUR,
                        List.of(
                                hour(0).toBuilder().fundingRate(0.5).build(),
                                hour(1).toBuilder().fundingRate(0.0001).build(),
                                hour(2),
                                hour(3).toBuilder().fundingRate(-0.0003).build(),
                                hour(4).toBuilder().fundingRate(0.5).build()));

        assertThat(history().fundingRate(BITCOIN, HOUR, time(1), time(4)))
                .hasValueCloseTo(-0.0002, Offset.offset(1e-12));
        assertThat(history().fundingRate(BITCOIN, HOUR, time(2), time(3))).isEmpty();
        assertThat(history().fundingRate(ETHER, HOUR, time(0), time(4))).isEmpty();
    }

    @Test
    void gaps_areTheStretchesWithoutBars() {
        history().write(BITCOIN, HOUR, List.of(hour(1), hour(2), hour(5), hour(7)));

        assertThat(history().gaps(BITCOIN, HOUR, time(0), time(9), false))
                .containsExactly(gap(0, 1), gap(3, 5), gap(6, 7), gap(8, 9));
        assertThat(history().gaps(BITCOIN, HOUR, time(1), time(3), false)).isEmpty();
        assertThat(history().gaps(BITCOIN, HOUR, time(3), time(4), false)).containsExactly(gap(3, 4));
    }

    @Test
    void gaps_includeBarsWithoutOpenInterest_whenItIsRequired() {
        Bar known = bar(1).openInterest(0.0).build();
        history()
                .write(
                        BITCOIN,
                        HOUR,
                        List.of(
                                hour(0),
                                known,
                                hour(2),
                                bar(3).openInterest(4.0).build()));

        assertThat(history().gaps(BITCOIN, HOUR, time(0), time(4), true)).containsExactly(gap(0, 1), gap(2, 3));
        assertThat(history().gaps(BITCOIN, HOUR, time(0), time(4), false)).isEmpty();
    }

    @Test
    void gaps_areAllThatIsAsked_whenNothingIsStored() {
        assertThat(history().gaps(BITCOIN, HOUR, time(0), time(4), false)).containsExactly(gap(0, 4));
    }

    @Test
    void gaps_beginOnABoundary_andEndWithWhatWasAsked() {
        Instant from = time(0).plusSeconds(1);
        Instant to = time(2).plusSeconds(1);

        assertThat(history().gaps(BITCOIN, HOUR, from, to, false)).containsExactly(new Gap(time(1), to));
        history().write(BITCOIN, HOUR, hours(0, 3));
        assertThat(history().gaps(BITCOIN, HOUR, from, to, false)).isEmpty();
        assertThat(history().gaps(BITCOIN, HOUR, from, from.plusSeconds(1), false))
                .isEmpty();
        assertThat(history().gaps(BITCOIN, HOUR, to, from, false)).isEmpty();
    }

    @Test
    void months_joinSeamlessly() {
        Instant from = Instant.parse("2025-10-25T00:00:00Z");
        Instant to = Instant.parse("2026-04-01T00:00:00Z");
        List<Bar> bars = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plus(HOUR.duration())) {
            bars.add(Bar.at(time, CANDLE, PriceKind.MARK).openInterest(1.0).build());
        }

        assertThat(history().write(BITCOIN, HOUR, bars)).isEqualTo(new WriteResult(bars.size(), 0, 0));
        assertThat(history().read(BITCOIN, HOUR, from, to).size()).isEqualTo(bars.size());
        assertThat(history().gaps(BITCOIN, HOUR, from, to, true)).isEmpty();
        assertThat(history().write(BITCOIN, HOUR, bars)).isEqualTo(new WriteResult(0, 0, bars.size()));
    }

    @Test
    void days_areBarsOfTheirOwnLength() {
        List<Bar> days = Stream.iterate(Instant.parse("2026-03-01T00:00:00Z"), day -> day.plus(Duration.ofDays(1)))
                .limit(60)
                .map(day -> Bar.at(day, CANDLE, PriceKind.MARK).build())
                .toList();
        history().write(BITCOIN, Interval.ONE_DAY, days);

        assertThat(history()
                        .gaps(
                                BITCOIN,
                                Interval.ONE_DAY,
                                days.getFirst().openTime(),
                                days.getLast().openTime().plus(Duration.ofDays(2)),
                                false))
                .containsExactly(new Gap(
                        days.getLast().openTime().plus(Duration.ofDays(1)),
                        days.getLast().openTime().plus(Duration.ofDays(2))));
    }

    final BarSeries readAll() {
        return history().read(BITCOIN, HOUR, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }

    final SeriesState state() {
        return history().series(BITCOIN, HOUR).orElseThrow();
    }

    static Instant time(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    static Bar.Builder bar(int hours) {
        return Bar.at(time(hours), CANDLE, PriceKind.MARK);
    }

    static Bar hour(int hours) {
        return bar(hours).build();
    }

    static List<Bar> hours(int from, int to) {
        return IntStream.range(from, to).mapToObj(BarHistoryContract::hour).toList();
    }

    private static Gap gap(int from, int to) {
        return new Gap(time(from), time(to));
    }

    private static List<Instant> openTimes(BarSeries series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> Instant.ofEpochMilli(series.openTimeMs(i)))
                .toList();
    }

    /// What may be unknown of bar `i`.
    private static double[] columns(BarSeries series, int i) {
        return new double[] {
            series.vwap(i),
            series.volume(i),
            series.takerBuyVolume(i),
            series.openInterest(i),
            series.longShortRatio(i),
            series.liquidatedLongUsd(i),
            series.liquidatedShortUsd(i)
        };
    }
}
