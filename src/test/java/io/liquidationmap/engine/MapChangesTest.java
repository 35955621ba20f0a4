package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.MapChanges.InBucket;
import io.liquidationmap.engine.MapChanges.OfSide;
import io.liquidationmap.engine.MapChanges.OfSource;
import io.liquidationmap.engine.MapChanges.Part;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapChangesTest {

    private static final Interval HOUR = Interval.ONE_HOUR;
    private static final int BARS = 24 * 60;
    private static final double USD = 1e-3;

    /// `after = before + opened − swept − closed` everywhere, nothing of it negative, and everything adds up.
    @ParameterizedTest(name = "seed {0}, {1} hours, range {2}, {3}")
    @CsvSource({
        "1, 24, 30d, LINEAR",
        "2, 1, 30d, INVERSE",
        "3, 168, 7d, LINEAR",
        "4, 720, 60d, LINEAR",
        "5, 3, 4h, INVERSE"
    })
    void changes_addUp(long seed, int hours, String range, ContractType contract) {
        for (BarSeries bars : List.of(RandomHistory.clean(seed, HOUR, BARS), RandomHistory.rough(seed, HOUR, BARS))) {
            for (LevelBook book : books(contract)) {
                book.advance(bars, 0, bars.size());
                Instant to = book.history().to();
                MapChanges changes =
                        changes(book, to.minus(Duration.ofHours(hours)), to, Range.parse(range), bars, 200);

                changes.buckets().forEach(bucket -> assertAddsUp(bucket.change()));
                changes.outside().forEach(outside -> assertAddsUp(outside.change()));
                changes.bySource().forEach(source -> assertAddsUp(source.change()));
                for (Side side : Side.values()) {
                    Change all = changes.inside(side).plus(outside(changes, side));
                    assertThat(only(changes, side)).satisfies(source -> {
                        for (ToDoubleFunction<Change> term : TERMS) {
                            assertThat(term.applyAsDouble(source)).isCloseTo(term.applyAsDouble(all), within(USD));
                        }
                    });
                }
            }
        }
    }

    /// What stands at the end is the map; what stood at the beginning are those positions as they were then.
    @ParameterizedTest(name = "seed {0}, {1} hours, {2}")
    @CsvSource({"1, 24, LINEAR", "2, 1, INVERSE", "3, 168, LINEAR"})
    void ends_areTheMaps(long seed, int hours, ContractType contract) {
        for (BarSeries bars : List.of(RandomHistory.clean(seed, HOUR, BARS), RandomHistory.rough(seed, HOUR, BARS))) {
            for (LevelBook book : books(contract)) {
                book.advance(bars, 0, bars.size());
                LevelHistory history = book.history();
                Instant to = history.to();
                Instant from = to.minus(Duration.ofHours(hours));
                Range range = Range.ofDays(30);
                MapChanges changes = changes(book, from, to, range, bars, 200);

                LevelMap after = history.at(to, range);
                LevelMap before = history.at(from, new Range(range.duration().minusHours(hours)));
                List<Bucket> map = LiquidationMap.of(after.price(), List.of(new LiquidationMap.Part("venue", after)))
                        .buckets(window(bars, 200))
                        .all();
                for (Side side : Side.values()) {
                    assertThat(only(changes, side).afterUsd())
                            .isCloseTo(after.usd(after.side(side).levels()), within(USD));
                    assertThat(only(changes, side).beforeUsd())
                            .isCloseTo(after.usd(before.side(side).levels()), within(USD));
                }
                for (Bucket bucket : map) {
                    InBucket change = changes.buckets().stream()
                            .filter(each -> each.side() == bucket.side()
                                    && each.low() <= bucket.price()
                                    && each.high() > bucket.price())
                            .findFirst()
                            .orElseThrow();
                    assertThat(change.change().afterUsd()).isCloseTo(bucket.usd(), within(USD));
                }
            }
        }
    }

    /// Two stretches one after the other are the whole: flows add up over time.
    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3"})
    void flows_addUpOverTime(long seed) {
        BarSeries bars = RandomHistory.clean(seed, HOUR, BARS);
        for (LevelBook book : books(ContractType.INVERSE)) {
            book.advance(bars, 0, bars.size());
            Instant to = bars.closeTime(BARS - 1);
            Instant middle = to.minus(Duration.ofHours(30));
            Instant from = to.minus(Duration.ofHours(100));
            // The dollars of an inverse contract do not depend on price; a position of the first stretch is one of
            // both.
            MapChanges whole = changes(book, from, to, Range.ofDays(30), bars, 200);
            MapChanges first =
                    changes(book, from, middle, new Range(Duration.ofDays(30).minusHours(30)), bars, 200);
            MapChanges second = changes(book, middle, to, Range.ofDays(30), bars, 200);

            for (Side side : Side.values()) {
                for (ToDoubleFunction<Change> flow :
                        List.<ToDoubleFunction<Change>>of(Change::openedUsd, Change::sweptUsd, Change::closedUsd)) {
                    assertThat(flow.applyAsDouble(only(whole, side)))
                            .isCloseTo(
                                    flow.applyAsDouble(only(first, side)) + flow.applyAsDouble(only(second, side)),
                                    within(USD));
                }
            }
        }
    }

    /// Where positions never close by themselves, whatever is gone was swept.
    @Test
    void popularModel_closesNothing() {
        BarSeries bars = RandomHistory.clean(6, HOUR, BARS);
        OpenedBook book = new OpenedBook(defaults(ContractType.INVERSE), HOUR);
        book.advance(bars, 0, bars.size());
        Instant to = bars.closeTime(BARS - 1);

        MapChanges changes = changes(book, to.minus(Duration.ofDays(10)), to, Range.ofDays(30), bars, 200);

        for (Side side : Side.values()) {
            assertThat(only(changes, side).closedUsd()).isCloseTo(0, within(USD));
            assertThat(only(changes, side).sweptUsd()).isPositive();
        }
    }

    @Test
    void handComputed_oneCohort() {
        // given: longs at 900 and shorts at 1100 from price 1000, a quiet day, then a wick to 850
        ModelParameters parameters = Fixtures.oneCohort(new EntrySpread(0, 1, 0));
        BarSeries bars = new Flat(Interval.ONE_DAY)
                .add(1000, 1000, 0, 0)
                .add(1000, 1000, 100, 100)
                .add(1000, 1000, 100, 100)
                .add(850, 1000, 100, 100)
                .build();
        PositionBook book = new PositionBook(parameters, Interval.ONE_DAY);
        book.advance(bars, 0, bars.size());
        PriceWindow window = new PriceWindow(500, 1500, 10);

        Change quiet = only(changes(book, bars.closeTime(1), bars.closeTime(2), Range.ofDays(30), window), Side.LONG);
        Change wick = only(changes(book, bars.closeTime(2), bars.closeTime(3), Range.ofDays(30), window), Side.LONG);

        // then: half of the 100 coins have a level; a day of 1.5 times the average activity (0, 100 and 100 coins)
        // closes
        // 1 − e^(−2·1.5/20) of everything, which is opened anew
        double closed = 50 * (1 - Math.exp(-0.15));
        assertThat(quiet.beforeUsd()).isCloseTo(50_000, within(0.1));
        assertThat(quiet.closedUsd()).isCloseTo(closed * 1000, within(0.1));
        assertThat(quiet.openedUsd()).isCloseTo(closed * 1000, within(0.1));
        assertThat(quiet.sweptUsd()).isZero();
        double price = bars.close(3);
        assertThat(wick.beforeUsd()).isCloseTo(50 * price, within(0.1));
        assertThat(wick.sweptUsd()).isCloseTo(50 * price, within(0.1));
        assertThat(wick.closedUsd()).isCloseTo(0, within(0.1));
    }

    @Test
    void momentsWithoutABarBetween_changeNothing() {
        BarSeries bars = RandomHistory.clean(9, HOUR, BARS);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        Instant end = bars.closeTime(BARS - 1);

        MapChanges changes = changes(book, end, end.plus(Duration.ofMinutes(59)), Range.ofDays(30), bars, 200);

        for (InBucket bucket : changes.buckets()) {
            Change change = bucket.change();
            assertThat(change).isEqualTo(new Change(change.beforeUsd(), 0, 0, 0, change.beforeUsd()));
        }
        assertThat(only(changes, Side.LONG).beforeUsd()).isPositive();
    }

    @Test
    void beginning_liesInTheRangeBeforeTheEnd() {
        BarSeries bars = RandomHistory.clean(10, HOUR, 100);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        LevelHistory history = book.history();
        Instant to = history.to();

        assertThatIllegalArgumentException().isThrownBy(() -> history.changes(to.plusMillis(1), to, Range.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.changes(to.minus(Duration.ofHours(25)), to, Range.ofDays(1)));
    }

    /// An instrument of which nothing was known at the beginning has opened what it has.
    @Test
    void instrumentThatCameLater_beginsWithNothing() {
        BarSeries bars = RandomHistory.clean(11, HOUR, 100);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        Instant to = book.history().to();

        Change longs = only(changes(book, to.minus(Duration.ofHours(150)), to, Range.ofDays(30), bars, 10), Side.LONG);

        assertThat(longs.beforeUsd()).isZero();
        assertThat(longs.openedUsd()).isPositive();
        assertAddsUp(longs);
    }

    @Test
    void instruments_addUp() {
        BarSeries bars = RandomHistory.clean(12, HOUR, BARS);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        Instant to = bars.closeTime(BARS - 1);
        LevelChanges changes = book.history().changes(to.minus(Duration.ofHours(24)), to, Range.ofDays(30));
        double price = bars.close(BARS - 1) * 1.01;

        MapChanges one = MapChanges.of(price, window(bars, 50), List.of(new Part("a", changes)));
        MapChanges two = MapChanges.of(
                price,
                window(bars, 50),
                List.of(new Part("b", changes), new Part("a", changes), new Part("a", changes)));

        assertThat(two.bySource()).extracting(OfSource::source).containsExactly("a", "a", "b", "b");
        for (int i = 0; i < one.buckets().size(); i++) {
            Change single = one.buckets().get(i).change();
            assertThat(two.buckets().get(i).change().sweptUsd()).isCloseTo(3 * single.sweptUsd(), within(USD));
            assertThat(two.buckets().get(i).change().afterUsd()).isCloseTo(3 * single.afterUsd(), within(USD));
        }
    }

    private static final List<ToDoubleFunction<Change>> TERMS =
            List.of(Change::beforeUsd, Change::openedUsd, Change::sweptUsd, Change::closedUsd, Change::afterUsd);

    private static void assertAddsUp(Change change) {
        assertThat(change.beforeUsd() + change.openedUsd() - change.sweptUsd() - change.closedUsd())
                .isCloseTo(change.afterUsd(), within(USD));
        for (ToDoubleFunction<Change> term : TERMS) {
            assertThat(term.applyAsDouble(change)).isGreaterThan(-USD);
        }
    }

    private static Change only(MapChanges changes, Side side) {
        return changes.bySource().stream()
                .filter(source -> source.side() == side)
                .findFirst()
                .orElseThrow()
                .change();
    }

    private static Change outside(MapChanges changes, Side side) {
        return changes.outside().stream()
                .filter(outside -> outside.side() == side)
                .map(OfSide::change)
                .findFirst()
                .orElseThrow();
    }

    private static MapChanges changes(
            LevelBook book, Instant from, Instant to, Range range, BarSeries bars, int buckets) {
        return changes(book, from, to, range, window(bars, buckets));
    }

    private static MapChanges changes(LevelBook book, Instant from, Instant to, Range range, PriceWindow window) {
        LevelChanges changes = book.history().changes(from, to, range);
        return MapChanges.of(changes.price(), window, List.of(new Part("venue", changes)));
    }

    private static PriceWindow window(BarSeries bars, int buckets) {
        return PriceWindow.around(bars.close(bars.size() - 1), 0.4, buckets);
    }

    private static List<LevelBook> books(ContractType contract) {
        return List.of(new PositionBook(defaults(contract), HOUR), new OpenedBook(defaults(contract), HOUR));
    }
}
