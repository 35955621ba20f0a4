package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.Heatmap.Column;
import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every column against the map that is drawn of it alone.
class HeatmapTest {

    private static final Interval HOUR = Interval.ONE_HOUR;
    private static final int BARS = 24 * 70;

    @ParameterizedTest(name = "seed {0}, range {1}, {2}")
    @CsvSource({
        "1, 30d, LINEAR",
        "2, 7d, INVERSE",
        "3, 1h, LINEAR",
        "4, 5h, LINEAR",
        "5, 60d, INVERSE",
        "6, 730d, LINEAR"
    })
    void column_isTheMapOfItsMoment(long seed, String range, ContractType contract) {
        for (BarSeries bars : List.of(RandomHistory.clean(seed, HOUR, BARS), RandomHistory.rough(seed, HOUR, BARS))) {
            for (LevelBook book : books(contract)) {
                book.advance(bars, 0, bars.size());
                assertIsTheMapOfEachMoment(book.history(), bars, Range.parse(range), new Random(seed));
            }
        }
    }

    @ParameterizedTest(name = "{0} buckets")
    @ValueSource(ints = {10, 200, 2000})
    void column_isTheMapOfItsMoment_howeverWideTheBuckets(int buckets) {
        BarSeries bars = RandomHistory.clean(7, HOUR, BARS);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        List<Column> columns = columns(bars, new Random(7));

        assertIsTheMapOfEachMoment(
                book.history(), columns, PriceWindow.around(bars.close(BARS - 1), 0.05, buckets), Range.ofDays(7));
    }

    /// When a window ends at a column's price but for rounding, no sliver of a bucket may be left over.
    @Test
    void column_whosePriceIsAnEdge_hasOneSideInEachBucket() {
        BarSeries bars = RandomHistory.clean(8, HOUR, BARS);
        PositionBook book = new PositionBook(defaults(ContractType.LINEAR), HOUR);
        book.advance(bars, 0, bars.size());
        double price = bars.close(BARS - 1);
        Column last = new Column(bars.closeTime(BARS - 1), price);

        Heatmap heatmap = book.history()
                .heatmap(List.of(last), new PriceWindow(price * (0.9 + 1e-13), price * 1.1, 200), Range.ofDays(30));

        for (int bucket = 0; bucket < 200; bucket++) {
            assertThat(heatmap.usd(bucket < 100 ? Side.SHORT : Side.LONG, 0, bucket))
                    .isZero();
        }
    }

    private static List<LevelBook> books(ContractType contract) {
        return List.of(new PositionBook(defaults(contract), HOUR), new OpenedBook(defaults(contract), HOUR));
    }

    private static void assertIsTheMapOfEachMoment(LevelHistory history, BarSeries bars, Range range, Random random) {
        List<Column> columns = columns(bars, random).stream()
                .filter(column -> !column.asOf().isBefore(history.from()))
                .toList();
        PriceWindow window = PriceWindow.around(bars.close(bars.size() - 1), 0.4, 200);
        assertIsTheMapOfEachMoment(history, columns, window, range);
    }

    /// Moments at the ends of bars, in gaps and between, some of them twice; prices a little off the instrument's own.
    private static List<Column> columns(BarSeries bars, Random random) {
        List<Column> columns = new ArrayList<>();
        long end = bars.closeTimeMs(bars.size() - 1);
        for (long time = bars.closeTimeMs(0); time <= end; time += HOUR.millis() * (1 + random.nextInt(40)) / 2) {
            int last = bars.lastClosedAt(Instant.ofEpochMilli(time));
            columns.add(new Column(Instant.ofEpochMilli(time), bars.close(last) * (1 + 0.002 * random.nextGaussian())));
        }
        return columns;
    }

    private static void assertIsTheMapOfEachMoment(
            LevelHistory history, List<Column> columns, PriceWindow window, Range range) {
        Heatmap heatmap = history.heatmap(columns, window, range);

        assertThat(heatmap.columns()).isEqualTo(columns.size()).isGreaterThan(10);
        assertThat(heatmap.buckets()).isEqualTo(window.buckets());
        for (int column = 0; column < columns.size(); column++) {
            Column at = columns.get(column);
            LevelMap levels = history.at(at.asOf(), range);
            LiquidationMap map = LiquidationMap.of(at.price(), List.of(new Part("venue", levels)));
            double total = Math.max(map.totalUsd(Side.LONG), map.totalUsd(Side.SHORT));
            double[][] expected = new double[2][window.buckets()];
            for (Bucket bucket : map.buckets(window).all()) {
                int index = (int) ((bucket.price() - window.low()) / (window.high() - window.low()) * window.buckets());
                expected[bucket.side() == Side.LONG ? 0 : 1][index] += bucket.usd();
            }
            for (int bucket = 0; bucket < window.buckets(); bucket++) {
                assertThat(heatmap.usd(Side.LONG, column, bucket))
                        .as("longs at %s in bucket %d", at, bucket)
                        .isCloseTo(expected[0][bucket], Offset.offset(1e-9 * total + 1e-6));
                assertThat(heatmap.usd(Side.SHORT, column, bucket))
                        .as("shorts at %s in bucket %d", at, bucket)
                        .isCloseTo(expected[1][bucket], Offset.offset(1e-9 * total + 1e-6));
            }
        }
    }
}
