package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservedBucketsTest {

    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");

    private final List<Bar> bars = new ArrayList<>();

    ObservedBucketsTest() {
        bars.add(bar(0, 99, 101, 98, 100, 10.0, 7.0, 7.0));
        bars.add(bar(1, 100, 102, 99, 101, 11.0, 1.0, 10.0));
        bars.add(bar(2, 101, 110, 100, 105, 12.0, 2.0, 20.0));
        bars.add(bar(3, 105, 106, 95, 96, 13.0, 3.0, 30.0));
        bars.add(bar(4, 96, 97, 96, 97, 14.0, 4.0, 40.0));
        bars.add(bar(5, 97, 99, 90, 91, 15.0, 5.0, 50.0));
    }

    @Test
    void bucket_isMadeOfWholeBars_andBeginsAtTheCloseBeforeIt() {
        assertThat(buckets())
                .containsExactly(new ObservedBucket(
                        Instant.parse("2026-01-01T04:00:00Z"), 100, 95, 110, 100 * 10.0, 1 + 2 + 3 + 4, 100));
    }

    @Test
    void excursion_isHowFarPriceWentAgainstASide() {
        ObservedBucket bucket = buckets().getFirst();

        assertThat(bucket.excursion(Side.LONG)).isCloseTo(Math.log(100 / 95.0), within(1e-12));
        assertThat(bucket.excursion(Side.SHORT)).isCloseTo(Math.log(110 / 100.0), within(1e-12));
        assertThat(new ObservedBucket(START, 100, 100, 120, 1, 0, 0).excursion(Side.LONG))
                .isZero();
    }

    @Test
    void bucketWithAMissingBar_isNone() {
        bars.remove(2);

        assertThat(buckets()).isEmpty();
    }

    @Test
    void bucketAfterAMissingBar_isNone() {
        bars.removeFirst();

        assertThat(buckets()).isEmpty();
    }

    @Test
    void bucketWithoutOpenInterestAtItsBeginning_isNone() {
        bars.set(0, bar(0, 99, 101, 98, 100, null, 7.0, 7.0));

        assertThat(buckets()).isEmpty();
    }

    @Test
    void unknownLiquidationsOfOneBar_makeTheSideUnknown() {
        bars.set(2, bar(2, 101, 110, 100, 105, 12.0, null, 20.0));

        ObservedBucket bucket = buckets().getFirst();

        assertThat(bucket.isKnown(Side.LONG)).isFalse();
        assertThat(bucket.isKnown(Side.SHORT)).isTrue();
        assertThat(bucket.realisedUsd(Side.SHORT)).isEqualTo(100);
    }

    @Test
    void unknownLiquidationsOfBothSides_makeNoBucket() {
        bars.set(2, bar(2, 101, 110, 100, 105, 12.0, null, null));

        assertThat(buckets()).isEmpty();
    }

    @Test
    void barsThatDoNotAddUp_areRefused() {
        BarSeries threeHours = BarSeries.of(Interval.parse("3h"), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedBuckets(threeHours, FOUR_HOURS));
        assertThat(new ObservedBuckets(BarSeries.of(Interval.ONE_HOUR, List.of()), FOUR_HOURS).all())
                .isEmpty();
    }

    private List<ObservedBucket> buckets() {
        return new ObservedBuckets(BarSeries.of(Interval.ONE_HOUR, bars), FOUR_HOURS).all();
    }

    private static Bar bar(
            int hour,
            double open,
            double high,
            double low,
            double close,
            @Nullable Double openInterest,
            @Nullable Double liquidatedLongUsd,
            @Nullable Double liquidatedShortUsd) {
        return Bar.at(START.plus(Duration.ofHours(hour)), new Candle(open, high, low, close), PriceKind.MARK)
                .openInterest(openInterest)
                .liquidatedLongUsd(liquidatedLongUsd)
                .liquidatedShortUsd(liquidatedShortUsd)
                .build();
    }
}
