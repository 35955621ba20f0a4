package io.liquidationmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.MapComparison.Amount;
import io.liquidationmap.engine.MapComparison.ModelledAmounts;
import io.liquidationmap.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapComparisonTest {

    /// Longs at 3, 8 and 15 % below, shorts as far above; a quarter of each side has no level.
    private static final KnownLevels KNOWN = known(1);

    @Test
    void aModelThatIsRight_isOffByAFactorOfOne() {
        MapComparison comparison = MapComparison.of(KNOWN, KNOWN.knownUsd(Side.LONG), modelled(KNOWN, 1));

        assertThat(comparison.amounts()).hasSize(6);
        for (double distance : MapComparison.DISTANCES) {
            assertThat(comparison.factorError(distance)).isEqualTo(1);
        }
        assertThat(comparison.clusterHitRate()).isEqualTo(1);
    }

    @Test
    void modelledAmounts_areScaledToThePartThatIsKnown() {
        double known = KNOWN.knownUsd(Side.LONG);
        MapComparison comparison = MapComparison.of(KNOWN, 10 * known, modelled(KNOWN, 10));

        assertThat(comparison.factorError(0.05)).isCloseTo(1, within(1e-12));
        assertThat(comparison.amounts().getFirst()).isEqualTo(new Amount(0.05, Side.LONG, 100, 100, 1e-4 * known));
    }

    @Test
    void aModelThatHasTooMuchOnOneSide_andTooLittleOnTheOther_isOffBothTimes() {
        ModelledAmounts lopsided = new ModelledAmounts() {
            @Override
            public double usdWithin(Side side, double distance) {
                return KNOWN.usdWithin(side, distance) * (side == Side.LONG ? 4 : 0.25);
            }

            @Override
            public List<Cluster> clusters(Side side, int limit) {
                return List.of();
            }
        };
        MapComparison comparison = MapComparison.of(KNOWN, KNOWN.knownUsd(Side.LONG), lopsided);

        assertThat(comparison.factorError(0.10)).isCloseTo(4, within(1e-12));
        assertThat(comparison.amounts())
                .filteredOn(amount -> amount.side() == Side.SHORT)
                .allSatisfy(amount -> assertThat(amount.logRatio()).isCloseTo(-Math.log(4), within(1e-12)));
        assertThat(comparison.clusterHitRate()).isZero();
    }

    @Test
    void clusters_farFromTheKnownOnes_areNoHits() {
        MapComparison comparison = MapComparison.of(KNOWN, KNOWN.knownUsd(Side.LONG), modelled(known(1.2), 1));

        assertThat(comparison.clusterHitRate()).isBetween(0.0, 0.5);
    }

    @Test
    void nothing_isNotComparedWithAnything() {
        KnownLevels onlyLongs = KnownLevels.at(1000).add(Side.LONG, 980.0, 5).build();
        MapComparison oneSided = MapComparison.of(onlyLongs, 10, modelled(KNOWN, 1));
        assertThat(oneSided.amounts()).extracting(Amount::side).containsOnly(Side.LONG);

        MapComparison empty = MapComparison.of(KnownLevels.at(1000).build(), 10, modelled(KNOWN, 1));
        assertThat(empty.amounts()).isEmpty();
        assertThat(empty.factorError(0.05)).isNaN();
        assertThat(empty.clusterHitRate()).isNaN();
        assertThat(MapComparison.of(KNOWN, 0, modelled(KNOWN, 1)).amounts()).isEmpty();
    }

    @Test
    void anAmountOfNothing_doesNotDecideAlone() {
        KnownLevels far = KnownLevels.at(1000).add(Side.LONG, 500.0, 1000).build();
        MapComparison comparison = MapComparison.of(far, 1000, modelled(KNOWN, 1));

        assertThat(comparison.factorError(0.05)).isCloseTo(100 / 0.1, within(1e-9));
    }

    private static KnownLevels known(double stretch) {
        KnownLevels.Builder builder = KnownLevels.at(1000);
        for (Side side : Side.values()) {
            for (double distance : new double[] {0.03, 0.08, 0.15}) {
                builder.add(side, 1000 * (1 - side.sign() * distance * stretch), 100);
            }
            builder.add(side, null, 100);
        }
        return builder.build();
    }

    private static ModelledAmounts modelled(KnownLevels levels, double times) {
        return new ModelledAmounts() {
            @Override
            public double usdWithin(Side side, double distance) {
                return times * levels.usdWithin(side, distance);
            }

            @Override
            public List<Cluster> clusters(Side side, int limit) {
                return levels.clusters(side, limit);
            }
        };
    }
}
