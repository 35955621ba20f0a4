package io.liquidationmap.alerts;

import io.liquidationmap.alerts.AlertStore.Memory;
import io.liquidationmap.alerts.Webhook.Echo;
import java.util.List;

/// What new data means for an alert.
///
/// @param memory what it has been judged by now
/// @param events what is to be told
/// @param market what they were found in
record Verdict(Memory memory, List<Event> events, Echo market) {
    Verdict {
        events = List.copyOf(events);
    }
}
