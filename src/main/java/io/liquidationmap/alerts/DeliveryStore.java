package io.liquidationmap.alerts;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is to be sent, and what has become of it.
public interface DeliveryStore {

    /// The last deliveries of an alert, newest first.
    List<Delivery> last(UUID alert, int limit);

    /// Those that are still to be sent, oldest first.
    List<UUID> pending();

    /// What to send, if it is still to be sent.
    Optional<Outgoing> outgoing(UUID delivery);

    /// Notes an attempt.
    void attempted(UUID delivery, Delivery.State state, Instant at, Webhook.Outcome outcome);

    /// Forgets what was noticed before an instant and is not to be sent any more.
    void forget(Instant before);

    /// A message on its way.
    ///
    /// @param owner of the alert
    /// @param attempts how often it was sent already
    record Outgoing(String owner, URI url, String secret, String body, int attempts) {}
}
