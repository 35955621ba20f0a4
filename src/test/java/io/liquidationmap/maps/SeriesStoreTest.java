package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.LevelMap;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.InMemoryBarHistory;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeriesStoreTest {

    private static final InstrumentId INSTRUMENT = InstrumentId.of("alpha", "BTCUSDT");
    private static final ModelParameters PARAMETERS =
            ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true);
    private static final ModelParameters OTHERS = PARAMETERS.withStockShares("half", half(Side.LONG), half(Side.SHORT));
    private static final int BARS = 24 * 30;

    private final InMemoryBarHistory history =
            new InMemoryBarHistory(Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
    private final AtomicInteger reads = new AtomicInteger();
    private final SeriesStore store = new SeriesStore(counted(), MapsWorld.properties(Duration.ZERO));

    @Test
    void otherParameters_areRunOverTheBarsAtHand() {
        SeriesState state = write(MapsWorld.bars(1, BARS));
        HeldSeries first = store.get(state, PARAMETERS, Model.CONSERVED);

        HeldSeries second = store.get(state, OTHERS, Model.CONSERVED);

        assertThat(reads).hasValue(1);
        assertThat(second.bars()).isSameAs(first.bars());
        assertThat(second.digest(BARS - 1)).isEqualTo(first.digest(BARS - 1));
        HeldSeries alone =
                new SeriesStore(history, MapsWorld.properties(Duration.ZERO)).get(state, OTHERS, Model.CONSERVED);
        assertThat(levels(second)).isEqualTo(levels(alone)).isNotEqualTo(levels(first));
    }

    @Test
    void bars_areReadAnew_whereThoseAtHandAreOlder() {
        List<Bar> bars = MapsWorld.bars(1, BARS);
        store.get(write(bars), PARAMETERS, Model.CONSERVED);
        double openInterest = 12_345;
        SeriesState corrected = write(List.of(
                bars.get(BARS - 5).toBuilder().openInterest(openInterest).build()));

        HeldSeries held = store.get(corrected, OTHERS, Model.CONSERVED);

        assertThat(reads).hasValue(2);
        assertThat(held.bars().openInterest(BARS - 5)).isEqualTo(openInterest);
        assertThat(held.version()).isEqualTo(corrected.version());
    }

    private SeriesState write(List<Bar> bars) {
        history.write(INSTRUMENT, Interval.ONE_HOUR, bars);
        return history.series(INSTRUMENT, Interval.ONE_HOUR).orElseThrow();
    }

    private static double[] half(Side side) {
        return PARAMETERS.cohorts().stream()
                .mapToDouble(cohort -> cohort.stockShare(side) / 2)
                .toArray();
    }

    private static List<Double> levels(HeldSeries held) {
        LevelMap map = held.levels().latest(Range.ofDays(365));
        return List.of(map.side(Side.LONG).levels(), map.side(Side.SHORT).levels());
    }

    private BarHistory counted() {
        return (BarHistory) Proxy.newProxyInstance(
                BarHistory.class.getClassLoader(), new Class<?>[] {BarHistory.class}, (_, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        reads.incrementAndGet();
                    }
                    return method.invoke(history, arguments);
                });
    }
}
