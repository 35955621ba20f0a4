package io.liquidationmap.api.stream;

import io.liquidationmap.api.liquidations.LiveQuestion;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks to follow a market.
///
/// @param topic what is followed
/// @param last what the client was told last, by its own account; null if nothing
record StreamRequest(Topic topic, @Nullable Position last) {

    static final Parameter<Set<EventKind>> EVENTS = Parameter.defaulting(
            "events",
            new CommaList<>(Choice.of(EventKind.class), EventKind.values().length),
            "price,map,imbalance,liquidation",
            "map,liquidation",
            "Which events are sent.");

    static final Parameter<Position> LAST_EVENT_ID = Parameter.optional(
            "lastEventId",
            new EventId(),
            "0123456789ab.ba9876543210.-.48213",
            "What was received last, to go on from there; for clients that cannot send the header Last-Event-ID, which"
                    + " wins.");

    static StreamRequest read(Query query) {
        LiveQuestion question = LiveQuestion.read(query);
        return new StreamRequest(new Topic(question, query.get(EVENTS)), query.find(LAST_EVENT_ID));
    }

    /// The same from a client that was told `position` last.
    StreamRequest resumedAt(@Nullable Position position) {
        return new StreamRequest(topic, position);
    }

    /// What is followed: equal topics are followed together.
    record Topic(LiveQuestion question, Set<EventKind> events) {
        Topic {
            events = Set.copyOf(events);
        }
    }
}
