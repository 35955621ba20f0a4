package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Alert;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The caller's alerts.
record AlertsAnswer(@Schema(description = "Oldest first.") List<AlertEntry> alerts) {

    static AlertsAnswer of(List<Alert> alerts) {
        return new AlertsAnswer(alerts.stream().map(AlertEntry::of).toList());
    }
}
