package io.liquidationmap.engine.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.cascade.Cascade.Stretch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTest {

    private static final double SHOCK = 0.05;
    private static final double VOLUME = 20e9;
    private static final PriceImpact IMPACT = new PriceImpact(100e6, VOLUME, 0.025);
    private static final ForcedFlow NOTHING = ForcedFlow.through(new double[0], new double[0]);

    @Test
    void emptyMap_amplifiesNothing() {
        Cascade cascade = Cascade.after(SHOCK, NOTHING, IMPACT);

        assertThat(cascade.move()).isEqualTo(SHOCK);
        assertThat(cascade.amplification()).isEqualTo(1);
        assertThat(cascade.forcedUsd()).isZero();
        assertThat(cascade.runsAway()).isFalse();
        assertThat(cascade.path())
                .allSatisfy(stretch -> assertThat(stretch.branchingRatio()).isZero());
    }

    /// Every move forces orders that cause 0.4 of it again.
    @Test
    void evenFlow_addsUpLikeAGeometricSeries() {
        ForcedFlow even = ForcedFlow.through(new double[] {1}, new double[] {4e9});
        PriceImpact bookOnly = new PriceImpact(100e6, Double.NaN, Double.NaN);

        Cascade cascade = Cascade.after(SHOCK, even, bookOnly);

        double ratio = 0.01 * 4e9 / 100e6;
        assertThat(ratio).isEqualTo(0.4);
        assertThat(cascade.move()).isCloseTo(SHOCK / (1 - ratio), within(1e-12));
        assertThat(cascade.path())
                .allSatisfy(stretch -> assertThat(stretch.branchingRatio()).isCloseTo(ratio, within(1e-9)));
        assertThat(cascade.forcedByShockUsd()).isCloseTo(4e9 * SHOCK, within(1e-3));
    }

    @Test
    void flowThatForcesMoreThanItself_runsAway() {
        ForcedFlow even = ForcedFlow.through(new double[] {0.6}, new double[] {0.6 * 11e9});
        PriceImpact bookOnly = new PriceImpact(100e6, Double.NaN, Double.NaN);

        Cascade cascade = Cascade.after(SHOCK, even, bookOnly);

        assertThat(cascade.runsAway()).isTrue();
        assertThat(cascade.move()).isEqualTo(0.6);
        assertThat(cascade.forcedUsd()).isEqualTo(even.totalUsd());
    }

    @Test
    void shockBeyondTheMap_forcesAllOfIt() {
        ForcedFlow near = ForcedFlow.through(new double[] {0.02, 0.04}, new double[] {1e8, 2e8});

        Cascade cascade = Cascade.after(SHOCK, near, IMPACT);

        assertThat(cascade.runsAway()).isTrue();
        assertThat(cascade.move()).isEqualTo(SHOCK);
        assertThat(cascade.forcedUsd()).isEqualTo(2e8);
    }

    @Test
    void cluster_isRunThroughButStoppedBehind() {
        ForcedFlow cluster = ForcedFlow.through(new double[] {0.051, 0.055, 0.2}, new double[] {2e8, 9e8, 9.0001e8});
        PriceImpact bookOnly = new PriceImpact(500e6, Double.NaN, Double.NaN);

        Cascade cascade = Cascade.after(SHOCK, cluster, bookOnly);

        assertThat(cascade.runsAway()).isFalse();
        assertThat(cascade.move()).isCloseTo(SHOCK + 0.01 * 9e8 / 500e6, within(1e-5));
        assertThat(cascade.path()).extracting(Stretch::branchingRatio).anyMatch(ratio -> ratio > 1);
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void move_isWhereIterationEnds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            ForcedFlow flow = flow(random);
            PriceImpact impact = impact(random);
            double shock = 0.001 + 0.3 * random.nextDouble();

            Cascade cascade = Cascade.after(shock, flow, impact);

            double iterated = iterate(shock, flow, impact);
            assertThat(cascade.runsAway()).isEqualTo(iterated > flow.end());
            assertThat(cascade.move()).isCloseTo(Math.max(shock, Math.min(iterated, flow.end())), within(1e-6));
        }
    }

    /// The definition taken at its word: the smallest fixed point is approached from below, never passed.
    private static double iterate(double shock, ForcedFlow flow, PriceImpact impact) {
        double move = shock;
        for (int i = 0; i < 1_000_000 && move <= flow.end(); i++) {
            double next = shock + impact.of(flow.within(move));
            if (next - move < 1e-13) {
                return next;
            }
            move = next;
        }
        return move;
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void largerShock_largerShare_andThinnerBook_goFarther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            ForcedFlow flow = flow(random);
            PriceImpact impact = impact(random);
            double shock = 0.001 + 0.2 * random.nextDouble();
            Cascade cascade = Cascade.after(shock, flow, impact);

            Cascade harder = Cascade.after(1.1 * shock, flow, impact);
            Cascade fuller = Cascade.after(shock, times(flow, 1.2), impact);
            Cascade thinner = Cascade.after(
                    shock,
                    flow,
                    new PriceImpact(impact.depthUsd() / 2, impact.dailyVolumeUsd(), impact.dailyVolatility()));

            assertThat(harder.move()).isGreaterThan(cascade.move() - 1e-12);
            assertThat(harder.forcedUsd()).isGreaterThanOrEqualTo(cascade.forcedUsd());
            assertThat(fuller.move()).isGreaterThanOrEqualTo(cascade.move());
            assertThat(fuller.forcedUsd()).isGreaterThanOrEqualTo(cascade.forcedUsd());
            assertThat(thinner.move()).isGreaterThanOrEqualTo(cascade.move());
            assertThat(thinner.forcedUsd()).isGreaterThanOrEqualTo(cascade.forcedUsd());
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void path_addsUpToTheImpactOfAllThatIsForced(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            PriceImpact impact = impact(random);
            Cascade cascade = Cascade.after(0.001 + 0.2 * random.nextDouble(), flow(random), impact);

            double begin = 0;
            double caused = 0;
            for (Stretch stretch : cascade.path()) {
                assertThat(stretch.move()).isGreaterThan(begin);
                caused += stretch.branchingRatio() * (stretch.move() - begin);
                begin = stretch.move();
            }
            assertThat(begin).isEqualTo(cascade.move());
            assertThat(cascade.path().getLast().forcedUsd()).isEqualTo(cascade.forcedUsd());
            assertThat(caused).isCloseTo(impact.of(cascade.forcedUsd()), within(1e-9));
            if (!cascade.runsAway()) {
                assertThat(cascade.move()).isCloseTo(cascade.shock() + caused, within(1e-9));
            }
        }
    }

    @Test
    void impact_isTheLargerOfBookWalkAndSquareRootLaw() {
        assertThat(IMPACT.of(0)).isZero();
        assertThat(IMPACT.of(VOLUME / 1e6)).isCloseTo(0.025 / 1e3, within(1e-15));
        assertThat(IMPACT.of(50e6)).isCloseTo(0.005, within(1e-15));
        assertThat(new PriceImpact(100e6, Double.NaN, 0.02).of(1e6)).isCloseTo(0.0001, within(1e-15));
        assertThat(new PriceImpact(100e6, 0, 0.02).of(1e6)).isCloseTo(0.0001, within(1e-15));
    }

    @Test
    void whatIsNoShockNoDepthOrNoFlow_isRefused() {
        for (double shock : new double[] {0, -0.05, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Cascade.after(shock, NOTHING, IMPACT));
        }
        for (double depth : new double[] {0, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PriceImpact(depth, VOLUME, 0.02));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForcedFlow.through(new double[] {0.1, 0.2}, new double[] {2, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForcedFlow.through(new double[] {0.2, 0.1}, new double[] {1, 2}));
    }

    private static PriceImpact impact(SplittableRandom random) {
        return new PriceImpact(1e7 * Math.pow(10, 2 * random.nextDouble()), VOLUME, 0.05 * random.nextDouble());
    }

    /// Clusters of random sizes, out to a random end.
    private static ForcedFlow flow(SplittableRandom random) {
        double[] moves = new double[150];
        double[] usd = new double[moves.length];
        double scale = 1e7 * Math.pow(10, random.nextDouble());
        for (int i = 0; i < moves.length; i++) {
            moves[i] = (i + 1) * 0.004;
            usd[i] = (i == 0 ? 0 : usd[i - 1]) + scale * Math.pow(random.nextDouble(), 6);
        }
        return ForcedFlow.through(moves, usd);
    }

    private static ForcedFlow times(ForcedFlow flow, double factor) {
        double[] knots = flow.knots();
        double[] moves = Arrays.copyOfRange(knots, 1, knots.length);
        return ForcedFlow.through(
                moves,
                Arrays.stream(moves).map(move -> factor * flow.within(move)).toArray());
    }
}
