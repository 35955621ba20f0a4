package io.liquidationmap.alerts;

import io.liquidationmap.engine.context.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The alerts there are, and what they were last judged by.
public interface AlertStore {

    /// Adds an alert, unless its owner has `most` already.
    ///
    /// @return whether it was added
    boolean add(Alert alert, String secret, int most);

    /// Those of one owner, oldest first.
    List<Alert> of(String owner);

    /// One of an owner's.
    Optional<Alert> find(String owner, UUID id);

    /// Removes an alert and all that was to be sent for it.
    ///
    /// @return whether there was one
    boolean remove(String owner, UUID id);

    /// The secret of an alert, if there still is one.
    Optional<String> secretOf(UUID id);

    /// All of them.
    List<Watched> watched();

    /// Remembers that an alert was judged, with what is to be sent for that: all or nothing. A message for an event that
    /// has one already is left out.
    ///
    /// @param before as it was read
    /// @return whether it was still so: false if somebody else has judged it meanwhile, and nothing was changed
    boolean judged(Watched before, Memory after, List<Message> messages);

    /// An alert and what it was last judged by.
    record Watched(Alert alert, Memory memory) {}

    /// What an alert was last judged by.
    ///
    /// @param evaluatedTo end of the data; null before the first time
    /// @param label what the imbalance was last known to be called; null where that does not matter or is not known
    record Memory(@Nullable Instant evaluatedTo, @Nullable Label label) {}

    /// What is to be sent.
    ///
    /// @param eventKey of the event it tells
    /// @param createdAt when that was noticed
    record Message(UUID id, String eventKey, String body, Instant createdAt) {}
}
