package io.liquidationmap.api.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// What operators see of the event stream.
@Component
class StreamMeters {

    private static final String PREFIX = "liquidationmap.api.stream.";

    private final AtomicInteger clients = new AtomicInteger();
    private final Counter events;
    private final Counter dropped;

    StreamMeters(MeterRegistry registry) {
        Gauge.builder(PREFIX + "clients", clients, AtomicInteger::get)
                .description("clients that follow the event stream")
                .register(registry);
        events = Counter.builder(PREFIX + "events")
                .description("events sent, each counted once per client")
                .register(registry);
        dropped = Counter.builder(PREFIX + "dropped")
                .description("clients given up because they did not read fast enough")
                .register(registry);
    }

    void clients(int number) {
        clients.set(number);
    }

    void sent() {
        events.increment();
    }

    void dropped() {
        dropped.increment();
    }
}
