package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrappedSourceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instrument THOUSAND =
            new Instrument(InstrumentId.of("fake", "1000PEPEUSDT"), "PEPE", "USDT", ContractType.LINEAR);

    static Stream<Method> whatASourceCanDo() {
        return Arrays.stream(MarketDataSource.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("whatASourceCanDo")
    void everything_isPassedOn(Method method) {
        for (Class<?> wrapper : List.of(PerCoinSource.class, WatchedSource.class)) {
            assertThatCode(() -> wrapper.getDeclaredMethod(method.getName(), method.getParameterTypes()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void pastLiquidations_areOfSingleCoins() {
        FakeSource venue = new FakeSource(Clock.systemUTC());
        venue.pastLiquidations = new PastLiquidations() {
            @Override
            public Duration reach() {
                return Duration.ofHours(24);
            }

            @Override
            public Completeness completeness() {
                return Completeness.THROTTLED;
            }

            @Override
            public Remembered between(Instrument instrument, Instant from, Instant to) {
                return new Remembered(
                        List.of(Liquidation.ofCoins(instrument.id(), from, Side.LONG, 8, 5)), from, List.of());
            }
        };

        PastLiquidations past = new PerCoinSource(venue).pastLiquidations().orElseThrow();

        assertThat(past.reach()).isEqualTo(Duration.ofHours(24));
        assertThat(past.between(THOUSAND, NOON, NOON.plusSeconds(60)).events())
                .containsExactly(new Liquidation(THOUSAND.id(), NOON, Side.LONG, 0.008, 5000, 40, null, 0));
    }
}
