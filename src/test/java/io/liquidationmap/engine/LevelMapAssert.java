package io.liquidationmap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Side;
import java.util.function.IntUnaryOperator;
import org.assertj.core.data.Offset;

/// Compares maps bin by bin and cohort by cohort.
final class LevelMapAssert {

    /// How well two ways to compute one amount agree, as a fraction of it.
    static final double AGREEMENT = 1e-9;

    /// A bin that holds less than this part of open interest need not agree any better than one that holds as much.
    private static final double FLOOR = 1e-6;

    private LevelMapAssert() {}

    /// Fails unless both maps say the same.
    static void assertSame(LevelMap actual, LevelMap expected) {
        assertThat(actual.asOf()).isEqualTo(expected.asOf());
        assertThat(actual.price()).isEqualTo(expected.price());
        assertThat(actual.contract()).isEqualTo(expected.contract());
        assertThat(actual.labels()).isEqualTo(expected.labels());
        assertThat(actual.openInterestAt()).isEqualTo(expected.openInterestAt());
        assertThat(actual.isWarmingUp()).isEqualTo(expected.isWarmingUp());
        assertThat(actual.isDegraded()).isEqualTo(expected.isDegraded());
        for (Side side : Side.values()) {
            SideLevels actualLevels = actual.side(side);
            SideLevels expectedLevels = expected.side(side);
            double openInterest = expectedLevels.openInterest();
            assertThat(actualLevels.openInterest()).as("%s open interest", side).isEqualTo(openInterest);
            assertThat(actualLevels.nearestBin()).as("%s nearest bin", side).isEqualTo(expectedLevels.nearestBin());
            assertClose(side + " unlevered", actualLevels.unlevered(), expectedLevels.unlevered(), openInterest);
            assertClose(
                    side + " opened before", actualLevels.openedBefore(), expectedLevels.openedBefore(), openInterest);
            assertClose(side + " swept", actualLevels.sweptSince(), expectedLevels.sweptSince(), openInterest);
            assertSameLevels(side, bin -> bin, actualLevels, expectedLevels);
        }
    }

    /// Fails unless each bin and cohort holds the same.
    ///
    /// @param side of the expected levels
    /// @param binOf the bin among the actual levels for one among the expected
    static void assertSameLevels(Side side, IntUnaryOperator binOf, SideLevels actual, SideLevels expected) {
        for (int outwards = 0; outwards < Math.max(actual.depth(), expected.depth()); outwards++) {
            int bin = expected.nearestBin() - side.sign() * outwards;
            for (int k = 0; k < expected.cohorts(); k++) {
                assertThat(actual.quantity(k, binOf.applyAsInt(bin)))
                        .as("%s cohort %d bin %d", side, k, bin)
                        .isCloseTo(expected.quantity(k, bin), near(around(expected, k, bin), expected.openInterest()));
            }
        }
    }

    static void assertClose(String what, double actual, double expected, double openInterest) {
        assertThat(actual).as(what).isCloseTo(expected, near(expected, openInterest));
    }

    /// A position close to the edge of a bin leaves a sliver in the next one, which rounding of the position changes by
    /// a part of the whole.
    static double around(SideLevels levels, int cohort, int bin) {
        return Math.max(
                levels.quantity(cohort, bin),
                Math.max(levels.quantity(cohort, bin - 1), levels.quantity(cohort, bin + 1)));
    }

    static Offset<Double> near(double expected, double openInterest) {
        return Offset.offset(AGREEMENT * Math.max(Math.abs(expected), FLOOR * openInterest));
    }
}
