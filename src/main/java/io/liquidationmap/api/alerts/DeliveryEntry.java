package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Delivery;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Millis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the sending of one message goes.
record DeliveryEntry(
        @Schema(description = "Also `id` in the message.") String id,
        Instant createdAt,
        long createdAtMs,

        @Schema(
                allowableValues = {"pending", "delivered", "given-up"},
                description = "given-up: the receiver has not accepted it often enough.")
        String state,

        @Schema(description = "How often it was sent.") int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Long lastAttemptAtMs,

        @Schema(description = "What the receiver answered last; null if nothing.") @Nullable Integer httpStatus,

        @Schema(
                description =
                        "Why the last attempt failed, continuing a sentence that begins with the receiver; null if it did not.")
        @Nullable String error) {

    static DeliveryEntry of(Delivery delivery) {
        return new DeliveryEntry(
                delivery.id().toString(),
                delivery.createdAt(),
                delivery.createdAt().toEpochMilli(),
                Choice.nameOf(delivery.state()),
                delivery.attempts(),
                delivery.lastAttemptAt(),
                Millis.of(delivery.lastAttemptAt()),
                delivery.httpStatus(),
                delivery.error());
    }
}
