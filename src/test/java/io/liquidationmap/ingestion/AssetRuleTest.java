package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetRuleTest {

    private static final List<String> RANKING = List.of("A", "B", "C", "D", "E", "F", "G", "H");
    private static final AssetRule.Largest FIVE = new AssetRule.Largest(5);

    @Test
    void names_areThoseOfCoins() {
        assertThat(AssetRule.of(List.of("BTC", " 1000PEPE "))).isEqualTo(new AssetRule.Named(Set.of("BTC", "PEPE")));
    }

    @Test
    void top_isTheLargest() {
        assertThat(AssetRule.of(List.of("top:50"))).isEqualTo(new AssetRule.Largest(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top:0", "top:1001", "top:", "top:-1", "top:5.5", "", "largest:5"})
    void anythingElse_isRefused(String asset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetRule.of(List.of(asset)))
                .withMessageContaining("top:1 to top:1000");
    }

    @Test
    void top_amongNames_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AssetRule.of(List.of("BTC", "top:5")));
        assertThatIllegalArgumentException().isThrownBy(() -> AssetRule.of(List.of()));
    }

    @Test
    void members_areThoseOfTheFirstRanks() {
        assertThat(FIVE.members(RANKING, Set.of())).containsExactly("A", "B", "C", "D", "E");
        assertThat(FIVE.members(List.of("A"), Set.of())).containsExactly("A");
    }

    @Test
    void members_stayForAFifthMore_thenGo() {
        assertThat(FIVE.members(RANKING, Set.of("F", "G"))).containsExactly("A", "B", "C", "D", "E", "F");
    }
}
