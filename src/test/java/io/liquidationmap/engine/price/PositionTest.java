package io.liquidationmap.engine.price;

import static io.liquidationmap.market.ContractType.INVERSE;
import static io.liquidationmap.market.ContractType.LINEAR;
import static io.liquidationmap.market.Side.LONG;
import static io.liquidationmap.market.Side.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Margin MARGIN = new Margin.Isolated(1);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void position_isRefused_whenANumberIsNotPositive(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(LONG, bad, LINEAR, 1, MARGIN))
                .withMessageStartingWith("entryPrice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(LONG, 1, LINEAR, bad, MARGIN))
                .withMessageStartingWith("quantity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin.Isolated(bad))
                .withMessageStartingWith("amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.withLeverage(LONG, 1, LINEAR, 1, bad))
                .withMessageStartingWith("leverage");
    }

    @Test
    void position_isRefused_whenItsValueOverflows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(LONG, 1e200, LINEAR, 1e200, MARGIN))
                .withMessageStartingWith("quantity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(LONG, 1e200, INVERSE, 1e-200, MARGIN))
                .withMessageStartingWith("quantity");
    }

    @Test
    void crossMargin_isRefused_whenANumberMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margin.Cross.of(Double.NaN))
                .withMessageStartingWith("walletBalance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin.Cross(1, -1, 0))
                .withMessageStartingWith("otherMaintenanceMargin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin.Cross(1, 0, Double.NEGATIVE_INFINITY))
                .withMessageStartingWith("otherUnrealisedProfit");
    }

    @Test
    void withLeverage_setsAsideTheShareOfTheValueAtEntry() {
        assertThat(Position.withLeverage(LONG, 20_000, LINEAR, 0.5, 50).margin())
                .isEqualTo(new Margin.Isolated(200));
        assertThat(Position.withLeverage(LONG, 50_000, INVERSE, 60_000, 10).margin())
                .isEqualTo(new Margin.Isolated(0.12));
    }

    @Test
    void equityAt_isMarginPlusProfit() {
        assertThat(new Position(LONG, 100, LINEAR, 2, MARGIN).equityAt(99)).isEqualTo(-1);
        assertThat(new Position(SHORT, 100, LINEAR, 2, MARGIN).equityAt(99)).isEqualTo(3);
        assertThat(new Position(LONG, 100, INVERSE, 200, MARGIN).equityAt(200)).isCloseTo(2, within(1e-12));
        assertThat(new Position(SHORT, 100, INVERSE, 200, MARGIN).equityAt(200)).isCloseTo(0, within(1e-12));
    }
}
