package io.liquidationmap.api.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.Delivery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// One alert, and what was sent for it.
record AlertAnswer(
        @JsonUnwrapped AlertEntry alert,

        @Schema(description = "The last twenty, newest first. Tests are not among them.")
        List<DeliveryEntry> deliveries) {

    static AlertAnswer of(Alert alert, List<Delivery> deliveries) {
        return new AlertAnswer(
                AlertEntry.of(alert), deliveries.stream().map(DeliveryEntry::of).toList());
    }
}
