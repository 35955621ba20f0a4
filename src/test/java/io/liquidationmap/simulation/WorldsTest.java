package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liquidationmap.market.ContractType;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldsTest {

    @Test
    void worlds_haveConsecutiveSeeds() {
        assertThat(Worlds.ordinary()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Worlds.hostile()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(Stream.concat(Worlds.ordinary().stream(), Worlds.hostile().stream())
                        .map(World::seed))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void parameters_followFromTheSeed() {
        assertThat(WorldParameters.draw(7)).isEqualTo(WorldParameters.draw(7)).isNotEqualTo(WorldParameters.draw(8));
        assertThat(WorldParameters.hostile(7)).isNotEqualTo(WorldParameters.draw(7));
    }

    @Test
    void hostileWorlds_haveFewerAndLargerWhalesWhoseCollateralDriftsMore() {
        for (World world : Worlds.hostile()) {
            TraderProfile whale = world.parameters().profile(TraderKind.WHALE);
            for (World ordinary : Worlds.ordinary()) {
                TraderProfile other = ordinary.parameters().profile(TraderKind.WHALE);
                assertThat(whale.presence().opensPerDay())
                        .isLessThan(other.presence().opensPerDay());
                assertThat(whale.presence().largestShare())
                        .isGreaterThan(other.presence().largestShare());
                assertThat(whale.margin().collateralDrift())
                        .isGreaterThan(other.margin().collateralDrift());
                assertThat(whale.margin().topUpShare())
                        .isGreaterThan(other.margin().topUpShare());
                assertThat(whale.exits().stopShare())
                        .isGreaterThan(other.exits().stopShare());
            }
        }
    }

    @Test
    void variants_changeOneThing() {
        WorldParameters parameters = WorldParameters.draw(3);
        WorldParameters scaled = parameters.scaledTo(150, 1e9);
        assertThat(scaled.price().anchor()).isEqualTo(150);
        assertThat(scaled.liquidity().openInterestUsd()).isEqualTo(1e9);
        assertThat(scaled.traders()).isEqualTo(parameters.traders());
        assertThat(parameters.withFeed(LiquidationFeed.NONE).feed()).isEqualTo(LiquidationFeed.NONE);
        assertThat(parameters.withContract(ContractType.INVERSE).contract()).isEqualTo(ContractType.INVERSE);
        assertThat(parameters.withFeed(parameters.feed())).isEqualTo(parameters);
    }

    @Test
    void parameters_areRefused_whenAKindOfTradersIsMissing() {
        WorldParameters whole = WorldParameters.draw(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorldParameters(
                        whole.contract(), whole.feed(), whole.price(), whole.liquidity(), whole.crowd(), Map.of()));
    }
}
