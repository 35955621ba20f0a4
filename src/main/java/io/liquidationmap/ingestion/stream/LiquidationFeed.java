package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// One WebSocket on which a venue publishes liquidations. Adding a venue means implementing this in its package and
/// making a bean of it; connecting, heartbeats, reconnecting and storing are done for it.
///
/// Implementations translate: the venue's units into coins and US dollars, the side of the order into the side of the
/// *position*. They keep no state of a connection, because several may tell of the same, and are called from several
/// threads.
public interface LiquidationFeed {

    /// The venue whose liquidations these are.
    Venue venue();

    /// What tells it from the venue's other feeds, for the operator: lower case, as `bybit-inverse`.
    String name();

    /// How much of what is liquidated it tells; not [Completeness#NONE].
    Completeness completeness();

    /// Whether the time in which it was listened to counts as covered, so that a bar without an event is one without
    /// liquidations. Not where it tells of liquidations by chance only, nor where the venue states the sums itself.
    default boolean covers() {
        return true;
    }

    /// Where to connect to.
    URI endpoint();

    /// Whether the instrument, one of the venue's, is on this feed.
    boolean carries(Instrument instrument);

    /// How many instruments may be asked for on one connection; more are spread over several.
    default int instrumentsPerConnection() {
        return Integer.MAX_VALUE;
    }

    /// What to ask for once connected, so that the loss of one subscription costs as little as possible.
    ///
    /// @param instruments at least one, each carried
    List<Subscription> subscriptions(List<Instrument> instruments);

    /// Understands one message. Liquidations of instruments nobody asked for may be among the answer.
    ///
    /// @throws RuntimeException if it cannot be read; the message is then counted as refused
    StreamMessage read(String text);

    /// How the connection is kept alive and its death is noticed.
    default Heartbeat heartbeat() {
        return Heartbeat.FRAMES;
    }

    /// How long after it happened a liquidation is published at the latest.
    default Duration publicationDelay() {
        return Duration.ofSeconds(1);
    }

    /// How long a connection is kept; most venues cut it after 24 hours.
    default Duration longestConnection() {
        return Duration.ofHours(23);
    }
}
