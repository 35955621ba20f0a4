package io.liquidationmap.alerts;

import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The way out of the service.
public interface Webhook {

    /// Why nothing can be sent to an address, continuing a sentence that begins with its name; empty if it can.
    Optional<String> refusal(URI url);

    /// The message that tells an event.
    ///
    /// @param id of the message
    /// @param at when the event was noticed
    /// @param market what the event was found in; null for a test
    String message(UUID id, Alert alert, Event event, Instant at, @Nullable Echo market);

    /// Sends a message once.
    Outcome send(URI url, String secret, String body);

    /// What an event was found in, as answers of the interface echo it.
    ///
    /// @param symbol as the service spells it
    /// @param venues the venues that contribute, by name
    /// @param simulated whether any of the data comes from a simulated venue
    record Echo(String symbol, List<Venue> venues, boolean simulated) {
        public Echo {
            venues = List.copyOf(venues);
        }
    }

    /// What came of sending.
    ///
    /// @param httpStatus what the receiver answered; null if nothing
    /// @param error why the message does not count as delivered; null if it does
    record Outcome(@Nullable Integer httpStatus, @Nullable String error) {
        public boolean isDelivered() {
            return error == null;
        }
    }
}
