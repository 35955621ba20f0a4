package io.liquidationmap.ingestion.http;

import io.liquidationmap.history.Cooldowns;
import io.liquidationmap.market.Venue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Makes the gates through which requests to the venues go.
@Component
public final class VenueGates {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Cooldowns cooldowns;

    VenueGates(MeterRegistry registry, Clock clock, Cooldowns cooldowns) {
        this.registry = registry;
        this.clock = clock;
        this.cooldowns = cooldowns;
    }

    /// A gate for requests to one host.
    ///
    /// @param venue whose
    /// @param rules the limits of the host
    public VenueGate to(Venue venue, TrafficRules rules) {
        return new VenueGate(venue, rules, registry, clock, new Cooldown(cooldowns));
    }
}
