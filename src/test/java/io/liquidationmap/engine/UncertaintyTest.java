package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.EVER;
import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.Fixtures.defaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.LiquidationMap.Part;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UncertaintyTest {

    private static final ModelParameters PARAMETERS = defaults(ContractType.LINEAR);

    private static LevelMap levels(long seed) {
        return book(PARAMETERS, RandomHistory.clean(seed, Interval.ONE_HOUR, 1500))
                .history()
                .latest(EVER);
    }

    private static LiquidationMap map(LevelMap levels, Uncertainty uncertainty) {
        return LiquidationMap.of(levels.price(), List.of(new Part("one", levels, uncertainty)));
    }

    /// Members that hold so much more, or less, in every cohort.
    private static Ensemble scaled(double... factors) {
        return Ensemble.of(Arrays.stream(factors)
                .mapToObj(factor -> new Ensemble.Member(shares(Side.LONG, factor), shares(Side.SHORT, factor), 0.5))
                .toList());
    }

    private static double[] shares(Side side, double factor) {
        return PARAMETERS.cohorts().stream()
                .mapToDouble(cohort -> factor * cohort.stockShare(side))
                .toArray();
    }

    private static double factor(LiquidationMap map, double distance) {
        return Objects.requireNonNull(map.at(map.price() * (1 + distance)).band())
                .factor();
    }

    @Test
    void withoutUncertainty_noBandIsClaimed() {
        LevelMap levels = levels(1);
        LiquidationMap map = LiquidationMap.of(levels.price(), List.of(new Part("one", levels)));

        assertThat(map.at(levels.price() * 1.1).band()).isNull();
        assertThat(map.at(levels.price() * 1.1).forced()).isNull();
        assertThat(map.imbalance(0.1).bands()).isNull();
        assertThat(map.errorFactor()).isEmpty();
        assertThat(map.clusters(Side.LONG, 5)).isNotEmpty().allMatch(cluster -> cluster.band() == null);
        assertThat(map.buckets(new PriceWindow(levels.price() * 0.6, levels.price() * 1.4, 40))
                        .all())
                .allMatch(bucket -> bucket.band() == null && bucket.cumulativeBand() == null);
    }

    @Test
    void onePartWithout_takesTheBandFromAll() {
        LevelMap levels = levels(1);
        LiquidationMap map = LiquidationMap.of(
                levels.price(),
                List.of(
                        new Part("known", levels, Uncertainty.of(PARAMETERS, scaled(0.9, 1.1), 0.1)),
                        new Part("not", levels)));

        assertThat(map.at(levels.price() * 1.1).band()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void band_liesAroundTheEstimateAndBelowOpenInterest(Side side) {
        LevelMap levels = levels(2);
        LiquidationMap map = map(levels, Uncertainty.of(PARAMETERS, scaled(0.5, 0.8, 1.25, 1.8), 0.3));

        map.buckets(new PriceWindow(levels.price() * 0.5, levels.price() * 1.5, 50)).all().stream()
                .filter(bucket -> bucket.side() == side && bucket.usd() > 0)
                .forEach(bucket -> {
                    Band band = Objects.requireNonNull(bucket.band());
                    assertThat(bucket.usd()).isBetween(band.low(), band.high());
                    assertThat(band.high())
                            .isLessThanOrEqualTo(levels.usd(levels.side(side).openInterest()));
                });
    }

    @Test
    void membersThatDifferMore_giveAWiderBand() {
        LevelMap levels = levels(3);

        double narrow = factor(map(levels, Uncertainty.of(PARAMETERS, scaled(0.9, 1.1), 0.1)), 0.1);
        double wide = factor(map(levels, Uncertainty.of(PARAMETERS, scaled(0.5, 1.5), 0.1)), 0.1);
        double worse = factor(map(levels, Uncertainty.of(PARAMETERS, scaled(0.9, 1.1), 0.4)), 0.1);

        assertThat(wide).isGreaterThan(narrow);
        assertThat(worse).isGreaterThan(narrow);
    }

    @Test
    void smallerPartOfOpenInterest_isLessSure() {
        LiquidationMap map = map(levels(4), Uncertainty.of(PARAMETERS, scaled(0.9, 1.1), 0.1));

        assertThat(factor(map, 0.02)).isGreaterThan(factor(map, 0.1));
        assertThat(factor(map, 0.1)).isGreaterThan(factor(map, 0.3));
    }

    @Test
    void whatBothSidesHaveInCommon_doesNotBlurTheirRatio() {
        LiquidationMap same = map(levels(5), Uncertainty.of(PARAMETERS, scaled(0.5, 1, 1.5), 0));
        Ensemble opposed = Ensemble.of(List.of(
                new Ensemble.Member(shares(Side.LONG, 0.5), shares(Side.SHORT, 1.5), 0.5),
                new Ensemble.Member(shares(Side.LONG, 1.5), shares(Side.SHORT, 0.5), 0.5)));
        LiquidationMap apart = map(levels(5), Uncertainty.of(PARAMETERS, opposed, 0));

        assertThat(ratioFactor(apart)).isGreaterThan(1.5 * ratioFactor(same));
    }

    private static double ratioFactor(LiquidationMap map) {
        Imbalance.Bands bands = Objects.requireNonNull(map.imbalance(0.1).bands());
        return Objects.requireNonNull(bands.ratio()).factor();
    }

    @Test
    void instruments_areAddedInsideEachMember() {
        LevelMap levels = levels(6);
        double half = 0.5;
        Ensemble up = scaled(0.5, 1.5);
        Ensemble down = scaled(1.5, 0.5);
        Part more = new Part("a", levels, Uncertainty.of(PARAMETERS, up, 0));
        Part alike = new Part("b", levels, Uncertainty.of(PARAMETERS, up, 0));
        Part opposite = new Part("b", levels, Uncertainty.of(PARAMETERS, down, 0));

        double together = factor(LiquidationMap.of(levels.price(), List.of(more, alike)), half);
        double cancelling = factor(LiquidationMap.of(levels.price(), List.of(more, opposite)), half);

        assertThat(together).isCloseTo(factor(map(levels, Uncertainty.of(PARAMETERS, up, 0)), half), within(0.02));
        assertThat(cancelling).isLessThan(together);
    }

    @Test
    void expectedForcedFlow_isTheForcedShareOfTheExposure() {
        LevelMap levels = levels(7);
        Triggered triggered =
                map(levels, Uncertainty.of(PARAMETERS, scaled(0.9, 1.1), 0.1)).at(levels.price() * 0.9);
        Estimate forced = Objects.requireNonNull(triggered.forced());

        assertThat(forced.usd())
                .isCloseTo(triggered.usd() * PARAMETERS.forcedShare().central(), within(1e-6 * triggered.usd()));
        assertThat(Objects.requireNonNull(forced.band()).contains(forced.usd())).isTrue();
    }

    @Test
    void ensembleOfOtherCohorts_isRefused() {
        Ensemble other = Ensemble.of(List.of(
                new Ensemble.Member(new double[1], new double[1], 1),
                new Ensemble.Member(new double[1], new double[1], 1)));

        assertThatIllegalArgumentException().isThrownBy(() -> Uncertainty.of(PARAMETERS, other, 0));
    }
}
