package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static io.liquidationmap.maps.MapsWorld.tiers;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.Bucket;
import io.liquidationmap.maps.HeatmapView.Column;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.StepTooShort;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeatmapsTest {

    private static final int DAYS = 75;
    private static final Instant END = START.plus(Duration.ofDays(DAYS));
    private static final Interval STEP = Interval.parse("4h");

    private final MapsWorld world = new MapsWorld();
    private final Heatmaps heatmaps = world.freshHeatmaps();

    @ParameterizedTest
    @EnumSource
    void column_isTheMapThatWouldHaveBeenAnsweredThen(Model model) {
        world.traded("alpha", DAYS * 24);

        assertIsWhatWasAnsweredThen(model, 20 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void column_countsTheVenuesThatThereWere(Model model) {
        world.traded("alpha", DAYS * 24);
        List<Bar> others = MapsWorld.bars(2, DAYS * 24);
        world.write(world.venue("beta", false, "BTCUSDT"), others.subList(60 * 24, DAYS * 24));
        world.write(world.venue("gamma", false, "BTCUSDT"), others.subList(10 * 24, 70 * 24));

        assertIsWhatWasAnsweredThen(model, 20 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void column_usesTheParametersKnownThen(Model model) {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        world.write(world.venue("beta", false, "BTCUSDT"), MapsWorld.bars(2, DAYS * 24));
        world.catalog.record(instrument.id(), tiers(125), START);
        world.catalog.record(instrument.id(), tiers(20), END.minus(Duration.ofHours(181)));
        world.catalog.record(instrument.id(), tiers(50), END.minus(Duration.ofDays(2)));

        assertIsWhatWasAnsweredThen(model, 20 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void column_ofAGap_isTheLastThatWasKnown(Model model) {
        Instrument instrument = world.venue("alpha", false, "BTCUSDT");
        List<Bar> bars = MapsWorld.bars(1, DAYS * 24);
        world.write(instrument, bars.subList(0, 60 * 24));
        world.write(instrument, bars.subList(61 * 24 + 1, 64 * 24));
        world.write(instrument, bars.subList(72 * 24, DAYS * 24));
        world.clock.set(END);

        assertIsWhatWasAnsweredThen(model, 20 * 6);

        List<Column> columns = view(null, model).columns();
        Column last = columns.get(5 * 6 - 1);
        assertThat(last.time()).isEqualTo(START.plus(Duration.ofDays(60)));
        assertThat(columns.get(5 * 6).open()).isNaN();
        assertThat(columns.get(5 * 6).high()).isNaN();
        assertThat(columns.get(5 * 6).low()).isNaN();
        assertThat(columns.get(5 * 6).close()).isEqualTo(last.close());
    }

    @Test
    void column_hasTheBarsOfItsStep() {
        world.traded("alpha", DAYS * 24);
        List<Bar> step = MapsWorld.bars(1, DAYS * 24).subList(DAYS * 24 - 4, DAYS * 24);

        Column column = view(null, Model.CONSERVED).columns().getLast();

        assertThat(column)
                .isEqualTo(new Column(
                        END,
                        step.getFirst().price().open(),
                        step.stream()
                                .mapToDouble(bar -> bar.price().high())
                                .max()
                                .orElseThrow(),
                        step.stream()
                                .mapToDouble(bar -> bar.price().low())
                                .min()
                                .orElseThrow(),
                        step.getLast().price().close()));
    }

    @Test
    void column_ofSeveralVenues_isWeightedByOpenInterest() {
        world.traded("alpha", DAYS * 24);
        world.write(world.venue("beta", false, "BTCUSDT"), MapsWorld.bars(2, DAYS * 24));
        Bar one = MapsWorld.bars(1, DAYS * 24).getLast();
        Bar other = MapsWorld.bars(2, DAYS * 24).getLast();
        double weight = usd(one);
        double otherWeight = usd(other);

        HeatmapQuery hourly = new HeatmapQuery(
                market(null, Model.CONSERVED, Range.ofDays(7)), Interval.ONE_HOUR, new PriceWindow.Span(40), 200);
        Column column = heatmaps.open(hourly).view().columns().getLast();

        assertThat(column.open())
                .isCloseTo(
                        (weight * one.price().open()
                                        + otherWeight * other.price().open())
                                / (weight + otherWeight),
                        within(1e-6));
        assertThat(column.close()).isEqualTo(world.open(null).price());
    }

    @Test
    void laterBars_changeNothing() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        HeatmapReading before = heatmaps.open(question(END, Model.CONSERVED));
        HeatmapView drawn = before.view();

        world.write(instrument, MapsWorld.bars(1, DAYS * 24 + 100));
        world.clock.set(END.plus(Duration.ofDays(4)));

        for (Heatmaps each : List.of(heatmaps, world.freshHeatmaps())) {
            HeatmapReading after = each.open(question(END, Model.CONSERVED));
            assertThat(after.market()).isEqualTo(before.market());
            assertIsTheSame(after.view(), drawn);
        }
    }

    @Test
    void laterParameters_changeNothing() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        world.catalog.record(instrument.id(), tiers(125), START);
        HeatmapReading before = heatmaps.open(question(END, Model.CONSERVED));
        HeatmapView drawn = before.view();

        world.catalog.record(instrument.id(), tiers(20), END.plusMillis(1));
        world.clock.set(END.plus(Duration.ofDays(1)));

        HeatmapReading after = world.freshHeatmaps().open(question(END, Model.CONSERVED));
        assertThat(after.market()).isEqualTo(before.market());
        assertIsTheSame(after.view(), drawn);
    }

    @Test
    void changedPast_changesTheName() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        HeatmapReading before = heatmaps.open(question(null, Model.CONSERVED));
        Bar bar = MapsWorld.bars(1, DAYS * 24).get(60 * 24 + 5);

        world.write(
                instrument,
                List.of(Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                        .openInterest(81_000.0)
                        .build()));

        HeatmapReading after = heatmaps.open(question(null, Model.CONSERVED));
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
    }

    /// It is shown, though the model does not read it.
    @Test
    void changedOpeningPrice_changesTheName() {
        Instrument instrument = world.traded("alpha", DAYS * 24);
        HeatmapReading before = heatmaps.open(question(END, Model.CONSERVED));
        Bar bar = MapsWorld.bars(1, DAYS * 24).get(DAYS * 24 - 8);
        Candle price = bar.price();

        world.write(
                instrument,
                List.of(Bar.at(
                                bar.openTime(),
                                new Candle(price.high(), price.high(), price.low(), price.close()),
                                bar.priceKind())
                        .build()));

        HeatmapReading after = heatmaps.open(question(END, Model.CONSERVED));
        assertThat(after.view().columns()).isNotEqualTo(before.view().columns());
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
    }

    @Test
    void times_areTheMultiplesOfTheStepInTheRange_fromTheBeginningOfTheDataOn() {
        world.traded("alpha", 30 * 24 + 3);

        List<Column> columns = heatmaps.open(new HeatmapQuery(
                        market(null, Model.CONSERVED, Range.ofDays(60)),
                        Interval.parse("4h"),
                        new PriceWindow.Span(40),
                        10))
                .view()
                .columns();

        assertThat(columns.getFirst().time()).isEqualTo(START.plus(Duration.ofHours(4)));
        assertThat(columns.getLast().time()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(columns).hasSize(30 * 6);
    }

    @ParameterizedTest(name = "{0} in {1} buckets: {2}")
    @CsvSource({"1h, 200, 1h", "30d, 200, 1h", "31d, 200, 1h", "32d, 200, 2h", "30d, 2000, 8h", "60d, 200, 2h"})
    void defaultStep_makesAnAnswerOfAHandySize(String range, int buckets, String step) {
        world.traded("alpha", DAYS * 24);

        HeatmapReading reading = heatmaps.open(new HeatmapQuery(
                market(null, Model.CONSERVED, Range.parse(range)), null, new PriceWindow.Span(40), buckets));

        assertThat(reading.step()).isEqualTo(Interval.parse(step));
        assertThat(HeatmapQuery.isAnswerable(Range.parse(range), reading.step(), buckets))
                .isTrue();
    }

    @Test
    void stepShorterThanTheBars_isRefused() {
        world.traded("alpha", DAYS * 24);

        assertThatThrownBy(() -> heatmaps.open(new HeatmapQuery(
                        market(null, Model.CONSERVED, Range.ofDays(1)),
                        Interval.FIVE_MINUTES,
                        new PriceWindow.Span(40),
                        200)))
                .isInstanceOfSatisfying(
                        StepTooShort.class,
                        tooShort -> assertThat(tooShort.shortest()).isEqualTo(Interval.ONE_HOUR));
    }

    @Test
    void rangeWithoutATime_hasNoDataYet() {
        world.traded("alpha", 3);

        assertThatThrownBy(() -> view(null, Model.CONSERVED)).isInstanceOf(NoDataYet.class);
    }

    @Test
    void endBeforeTheData_isNotCovered() {
        world.traded("alpha", DAYS * 24);

        assertThatThrownBy(() -> view(START, Model.CONSERVED)).isInstanceOf(NotCovered.class);
    }

    private void assertIsWhatWasAnsweredThen(Model model, int times) {
        HeatmapView view = view(null, model);
        assertThat(view.columns()).hasSize(times);
        MapQuery axis = new MapQuery(
                new PriceWindow.Bounds(view.window().low(), view.window().high()), 200, Set.of());
        for (int column = 0; column < times; column += 3) {
            Column at = view.columns().get(column);
            MarketSnapshot then = world.maps.open(market(at.time(), model, Range.ofDays(20)));
            assertThat(at.close()).isEqualTo(then.price());
            Map<Side, double[]> expected = Map.of(Side.LONG, new double[200], Side.SHORT, new double[200]);
            for (Bucket bucket : then.map(axis).buckets().all()) {
                requireNonNull(expected.get(bucket.side()))[index(bucket, view)] += bucket.usd();
            }
            for (Side side : Side.values()) {
                for (int bucket = 0; bucket < 200; bucket++) {
                    assertThat(view.amounts().usd(side, column, bucket))
                            .as("%s at %s in bucket %d", side, at.time(), bucket)
                            .isCloseTo(requireNonNull(expected.get(side))[bucket], within(0.01));
                }
            }
        }
    }

    private static int index(Bucket bucket, HeatmapView view) {
        double width =
                (view.window().high() - view.window().low()) / view.window().buckets();
        return (int) ((bucket.price() - view.window().low()) / width);
    }

    private static void assertIsTheSame(HeatmapView actual, HeatmapView expected) {
        assertThat(actual.columns()).isEqualTo(expected.columns());
        assertThat(amounts(actual)).isEqualTo(amounts(expected));
    }

    private static List<Double> amounts(HeatmapView view) {
        List<Double> amounts = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int column = 0; column < view.columns().size(); column++) {
                for (int bucket = 0; bucket < view.window().buckets(); bucket++) {
                    amounts.add(view.amounts().usd(side, column, bucket));
                }
            }
        }
        return amounts;
    }

    private HeatmapView view(@Nullable Instant asOf, Model model) {
        return heatmaps.open(question(asOf, model)).view();
    }

    private static HeatmapQuery question(@Nullable Instant asOf, Model model) {
        return new HeatmapQuery(market(asOf, model, Range.ofDays(20)), STEP, new PriceWindow.Span(40), 200);
    }

    private static MarketQuery market(@Nullable Instant asOf, Model model, Range range) {
        return new MarketQuery("BTC", Set.of(), range, asOf, model);
    }

    private static double usd(Bar bar) {
        Double openInterest = bar.openInterest();
        assertThat(openInterest).isNotNull();
        return openInterest * bar.price().close();
    }
}
