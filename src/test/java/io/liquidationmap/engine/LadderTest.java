package io.liquidationmap.engine;

import static io.liquidationmap.engine.LiquidationMapTest.map;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.ladder.Ladder;
import io.liquidationmap.engine.ladder.Ladder.Rung;
import io.liquidationmap.engine.ladder.SafeLeverage;
import io.liquidationmap.engine.ladder.Zone;
import io.liquidationmap.engine.ladder.Zones;
import io.liquidationmap.engine.ladder.Zones.Cut;
import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ladders over maps.
class LadderTest {

    /// So little that all of it stays in the smallest margin tier.
    private static final double CAPITAL = 1_000;

    private static final SafeLeverage LEVERAGE = new SafeLeverage(
            ContractType.LINEAR, LiquidationFormula.MAINTENANCE_ON_VALUE, MarginSchedule.assumed(ContractType.LINEAR));

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void ladders_keepTheirPromises(long seed) {
        LiquidationMap map = map(LiquidationMapTest.levels(seed));

        for (Side side : Side.values()) {
            for (int phases = 2; phases <= 10; phases++) {
                for (double reach : new double[] {0.05, 0.2, 0.4}) {
                    Zones zones = Zones.of(map, side, reach, phases);
                    Ladder ladder = Ladder.over(zones, side, CAPITAL, LEVERAGE);

                    assertThat(ladder.rungs()).hasSize(phases);
                    zonesFollowEachOther(map, side, reach, zones.all());
                    allocationsGrowToTheCapital(ladder.rungs());
                    entriesAverageOut(side, ladder.rungs());
                    everyPhaseOutlivesTheLastZone(side, ladder.rungs());
                }
            }
        }
    }

    private static void zonesFollowEachOther(LiquidationMap map, Side side, double reach, List<Zone> zones) {
        double near = map.price();
        double usd = 0;
        for (Zone zone : zones) {
            assertThat(zone.near()).isEqualTo(near);
            assertThat(side.sign() * (zone.near() - zone.far())).isPositive();
            assertThat(zone.entry()).isStrictlyBetween(zone.low(), zone.high());
            near = zone.far();
            usd += zone.levels().usd();
        }
        assertThat(Math.abs(near / map.price() - 1)).isLessThanOrEqualTo(reach + 1e-9);
        assertThat(usd).isCloseTo(map.between(side, map.price(), near).usd(), within(1e-6 * map.totalUsd(side)));
    }

    private static void allocationsGrowToTheCapital(List<Rung> rungs) {
        assertThat(rungs).extracting(Rung::allocationUsd).isSorted().doesNotHaveDuplicates();
        assertThat(rungs.stream().mapToDouble(Rung::allocationUsd).sum()).isCloseTo(CAPITAL, within(1e-8));
        assertThat(rungs.stream().mapToDouble(Rung::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(rungs.getLast().investedUsd()).isCloseTo(CAPITAL, within(1e-8));
    }

    private static void entriesAverageOut(Side side, List<Rung> rungs) {
        double nearest = rungs.getFirst().zone().entry();
        assertThat(rungs.getFirst().averageEntry()).isCloseTo(nearest, within(1e-9 * nearest));
        double before = nearest;
        for (Rung rung : rungs.subList(1, rungs.size())) {
            double entry = rung.zone().entry();
            assertThat(side.sign() * rung.averageEntry()).isStrictlyBetween(side.sign() * entry, side.sign() * before);
            before = rung.averageEntry();
        }
    }

    private static void everyPhaseOutlivesTheLastZone(Side side, List<Rung> rungs) {
        double end = rungs.getLast().zone().far();
        assertThat(rungs).allSatisfy(rung -> {
            SafeLeverage.Found safe = requireNonNull(rung.safe());
            assertThat(side.sign() * safe.liquidation().orElse(-side.sign() * 1e12))
                    .isLessThan(side.sign() * end);
        });
        assertThat(rungs)
                .extracting(rung -> requireNonNull(rung.safe()).leverage())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void zones_endBehindTheHeaviestClusters() {
        LiquidationMap map = map(new HandMap(1000, "10")
                .put("10", 980, 5)
                .put("10", 950, 1)
                .put("10", 920, 7)
                .put("10", 880, 6)
                .put("10", 700, 50)
                .build());

        Zones zones = Zones.of(map, Side.LONG, 0.2, 3);

        assertThat(zones.cut()).isEqualTo(Cut.CLUSTERS);
        assertThat(zones.all())
                .extracting(zone -> requireNonNull(zone.cluster()).peak())
                .satisfiesExactly(
                        peak -> assertThat(peak).isCloseTo(980, within(1.0)),
                        peak -> assertThat(peak).isCloseTo(920, within(1.0)),
                        peak -> assertThat(peak).isCloseTo(880, within(1.0)));
        // The light cluster at 950 lies in the second zone without ending it.
        assertThat(zones.all().get(1).levels().usd()).isCloseTo(8_000, within(1e-6));
        assertThat(zones.all())
                .allSatisfy(zone -> assertThat(zone.far())
                        .isEqualTo(requireNonNull(zone.cluster()).low()));
    }

    @Test
    void fewerClustersThanPhases_giveEqualParts() {
        LiquidationMap map = map(
                new HandMap(1000, "10").put("10", 1020, 5).put("10", 1080, 3).build());

        Zones zones = Zones.of(map, Side.SHORT, 0.4, 4);

        assertThat(zones.cut()).isEqualTo(Cut.QUANTILES);
        assertThat(zones.all()).hasSize(4).allSatisfy(zone -> {
            assertThat(zone.levels().usd()).isCloseTo(2_000, within(1e-6));
            assertThat(map.between(Side.SHORT, zone.near(), zone.entry()).usd()).isCloseTo(1_000, within(1e-6));
            assertThat(zone.cluster()).isNull();
        });
    }

    @Test
    void emptySide_hasNoZones() {
        LiquidationMap map = map(new HandMap(1000, "10").put("10", 1020, 5).build());

        assertThat(Zones.of(map, Side.LONG, 0.4, 4).all()).isEmpty();
        assertThat(Zones.of(map, Side.SHORT, 0.01, 4).all()).isEmpty();
        assertThat(Ladder.over(Zones.of(map, Side.LONG, 0.4, 4), Side.LONG, CAPITAL, LEVERAGE)
                        .rungs())
                .isEmpty();
    }

    /// One, two and three parts, entered at 900, 800 and 700.
    @Test
    void averageEntry_isTheHarmonicMean() {
        Zones zones = new Zones(Cut.QUANTILES, List.of(zone(1000, 850, 900), zone(850, 750, 800), zone(750, 650, 700)));

        List<Rung> rungs = Ladder.over(zones, Side.LONG, 6_000, LEVERAGE).rungs();

        assertThat(rungs).extracting(Rung::allocationUsd).containsExactly(1_000.0, 2_000.0, 3_000.0);
        assertThat(rungs.get(1).averageEntry()).isCloseTo(3_000 / (1_000 / 900.0 + 2_000 / 800.0), within(1e-9));
        assertThat(rungs.get(2).averageEntry())
                .isCloseTo(6_000 / (1_000 / 900.0 + 2_000 / 800.0 + 3_000 / 700.0), within(1e-9));
        // E(1 − 1/L)/(1 − m) < 650 from an entry of 900 with m = 0.5 %: L < 3.55.
        assertThat(requireNonNull(rungs.getFirst().safe()).leverage()).isEqualTo(3.5);
    }

    private static Zone zone(double near, double far, double entry) {
        return new Zone(near, far, entry, new Estimate(1, null), null);
    }
}
