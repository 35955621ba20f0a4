package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Alerts.NewAlert;
import io.liquidationmap.alerts.Condition;
import io.liquidationmap.api.access.Caller;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.util.Set;

/// Asks for an alert.
record AlertBody(String symbol, Set<Venue> venues, Range range, Condition condition, URI url, String secret) {

    AlertBody {
        venues = Set.copyOf(venues);
    }

    NewAlert of(Caller caller) {
        return new NewAlert(caller.name(), symbol, range, venues, condition, url, secret);
    }
}
