package io.liquidationmap.alerts;

import io.liquidationmap.alerts.Webhook.Outcome;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the owner of alerts can do with them. An alert of somebody else is as unknown as one that does not exist.
public interface Alerts {

    /// Creates an alert.
    ///
    /// @throws AlertException if it cannot be had
    /// @throws io.liquidationmap.maps.QuestionException if the market is not known
    Alert create(NewAlert wanted);

    /// All of an owner's, oldest first.
    List<Alert> of(String owner);

    /// One of an owner's.
    Optional<Alert> find(String owner, UUID id);

    /// The last deliveries of an alert, newest first.
    List<Delivery> deliveries(Alert alert);

    /// Removes one of an owner's.
    ///
    /// @return whether there was one
    boolean remove(String owner, UUID id);

    /// Sends a test message, once and now.
    Outcome test(Alert alert);

    /// What an alert is made of.
    ///
    /// @param secret signs the messages
    record NewAlert(
            String owner, String symbol, Range range, Set<Venue> venues, Condition condition, URI url, String secret) {

        public NewAlert {
            venues = Set.copyOf(venues);
        }
    }
}
