package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerQueueTest {

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void first_isTheOneASortedMapGives_afterAnyChanges(long seed) {
        Random random = new Random(seed);
        TriggerQueue rising = TriggerQueue.rising();
        TriggerQueue falling = TriggerQueue.falling();
        List<OpenPosition> positions = new ArrayList<>();
        Map<OpenPosition, Double> keys = new java.util.HashMap<>();
        for (int i = 0; i < 3000; i++) {
            positions.add(position());
        }
        for (int i = 0; i < 20_000; i++) {
            OpenPosition position = positions.get(random.nextInt(positions.size()));
            if (random.nextInt(3) == 0) {
                rising.remove(position.favourable);
                falling.remove(position.adverse);
                keys.remove(position);
            } else {
                double key = 1 + random.nextDouble();
                rising.set(position.favourable, key);
                falling.set(position.adverse, key);
                keys.put(position, key);
            }
        }
        TreeMap<Double, OpenPosition> sorted = new TreeMap<>();
        keys.forEach((position, key) -> sorted.put(key, position));
        TreeMap<Double, OpenPosition> left = new TreeMap<>(sorted);
        while (!left.isEmpty()) {
            assertThat(rising.isDue(Math.nextDown(left.firstKey()))).isFalse();
            assertThat(rising.isDue(left.firstKey())).isTrue();
            assertThat(rising.first()).isSameAs(left.firstEntry().getValue());
            rising.remove(left.pollFirstEntry().getValue().favourable);
        }
        while (!sorted.isEmpty()) {
            assertThat(falling.isDue(Math.nextUp(sorted.lastKey()))).isFalse();
            assertThat(falling.isDue(sorted.lastKey())).isTrue();
            assertThat(falling.first()).isSameAs(sorted.lastEntry().getValue());
            falling.remove(sorted.pollLastEntry().getValue().adverse);
        }
        assertThat(rising.isDue(Double.MAX_VALUE)).isFalse();
        assertThat(falling.isDue(Double.MIN_VALUE)).isFalse();
    }

    @Test
    void set_takesOut_whenThePriceNeverComes() {
        TriggerQueue rising = TriggerQueue.rising();
        OpenPosition position = position();
        rising.set(position.favourable, 5);
        rising.set(position.favourable, Double.POSITIVE_INFINITY);
        assertThat(rising.isDue(1e300)).isFalse();
        rising.set(position.favourable, 5);
        rising.set(position.favourable, 0);
        assertThat(rising.isDue(1e300)).isFalse();
    }

    private static OpenPosition position() {
        return new OpenPosition(TraderKind.RETAIL, +1, 1, 1, 100, 0.1, 90, false, 1);
    }
}
