package io.liquidationmap.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the sending of one message goes.
///
/// @param id also in the message, so that a receiver can tell that it has it already
/// @param createdAt when the event was noticed
/// @param attempts how often it was sent
/// @param lastAttemptAt when last; null if never
/// @param httpStatus what the receiver answered last; null if nothing
/// @param error why the last attempt failed; null if it did not
public record Delivery(
        UUID id,
        Instant createdAt,
        State state,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer httpStatus,
        @Nullable String error) {

    /// What has become of it.
    public enum State {
        /// It will be sent, perhaps again.
        PENDING,
        /// The receiver has accepted it.
        DELIVERED,
        /// The receiver has not accepted it often enough.
        GIVEN_UP
    }
}
