package io.liquidationmap.alerts;

import io.liquidationmap.alerts.Delivery.State;
import io.liquidationmap.alerts.DeliveryStore.Outgoing;
import io.liquidationmap.alerts.Webhook.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends what is to be sent, again and again, ever more seldom, until it has arrived or was sent often enough.
@Component
class Deliveries {

    private final DeliveryStore store;
    private final AlertOwners owners;
    private final Webhook webhook;
    private final AlertsProperties properties;
    private final Clock clock;

    Deliveries(DeliveryStore store, AlertOwners owners, Webhook webhook, AlertsProperties properties, Clock clock) {
        this.store = store;
        this.owners = owners;
        this.webhook = webhook;
        this.properties = properties;
        this.clock = clock;
    }

    /// Sends a message once.
    ///
    /// @return when to send it again; empty if it is not to be sent any more
    Optional<Instant> attempt(UUID delivery) {
        return store.outgoing(delivery).flatMap(outgoing -> attempt(delivery, outgoing));
    }

    private Optional<Instant> attempt(UUID delivery, Outgoing outgoing) {
        if (!owners.isKnown(outgoing.owner())) {
            store.attempted(
                    delivery, State.GIVEN_UP, clock.instant(), new Outcome(null, "the key is not configured any more"));
            return Optional.empty();
        }
        Outcome outcome = webhook.send(outgoing.url(), outgoing.secret(), outgoing.body());
        int attempts = outgoing.attempts() + 1;
        Instant now = clock.instant();
        State state = outcome.isDelivered()
                ? State.DELIVERED
                : attempts < properties.attempts() ? State.PENDING : State.GIVEN_UP;
        store.attempted(delivery, state, now, outcome);
        return state == State.PENDING ? Optional.of(now.plus(properties.waitAfter(attempts))) : Optional.empty();
    }
}
