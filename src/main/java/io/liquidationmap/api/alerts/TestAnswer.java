package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Webhook.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What came of a test message.
record TestAnswer(
        boolean delivered,

        @Schema(description = "What the receiver answered; null if nothing.") @Nullable Integer httpStatus,

        @Schema(description = "Why it failed, continuing a sentence that begins with the receiver; null if it did not.")
        @Nullable String error) {

    static TestAnswer of(Outcome outcome) {
        return new TestAnswer(outcome.isDelivered(), outcome.httpStatus(), outcome.error());
    }
}
