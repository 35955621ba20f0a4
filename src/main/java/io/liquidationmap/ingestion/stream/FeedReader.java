package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Reads what arrives on a feed's connections. Guarded by whoever owns it.
final class FeedReader {

    private final LiquidationFeed feed;
    private final EventBuffer buffer;
    private final FeedHealth health;

    /// @param buffer takes what has arrived
    FeedReader(LiquidationFeed feed, EventBuffer buffer, FeedHealth health) {
        this.feed = feed;
        this.buffer = buffer;
        this.health = health;
    }

    void read(FeedConnection connection, String text, Instant now) {
        health.heard();
        try {
            act(connection, feed.read(text), now);
        } catch (RuntimeException e) {
            refuse(connection, "unreadable: " + text + " (" + e.getMessage() + ")", now);
        }
        connection.heard(now);
    }

    private void act(FeedConnection connection, StreamMessage message, Instant now) {
        switch (message) {
            case StreamMessage.Events events -> take(connection, events, now);
            case StreamMessage.Accepted accepted -> connection.accepted(accepted.subscription(), now);
            case StreamMessage.Rejected rejected -> {
                health.refused("subscription: " + rejected.reason());
                if (rejected.subscription() != null) {
                    connection.rejected(rejected.subscription());
                }
            }
            case StreamMessage.SignOfLife _ -> {}
        }
    }

    private void take(FeedConnection connection, StreamMessage.Events message, Instant now) {
        Set<InstrumentId> listened = connection.listened();
        List<Liquidation> events = Liquidation.numbered(message.events().stream()
                .filter(event -> listened.contains(event.instrument()))
                .map(event -> Denomination.of(event.instrument()).perCoin(event))
                .toList());
        buffer.add(events);
        health.events(events.size());
        message.refusals().forEach(reason -> refuse(connection, reason, now));
    }

    /// What cannot be read may have been a liquidation: nothing is known of that moment.
    private void refuse(FeedConnection connection, String reason, Instant now) {
        health.refused(reason);
        health.interrupted();
        buffer.finish(connection.interrupted(now));
    }
}
