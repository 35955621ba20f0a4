package io.liquidationmap.api;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.AlertFailures;
import io.liquidationmap.alerts.Alerts;
import io.liquidationmap.alerts.Delivery;
import io.liquidationmap.alerts.Delivery.State;
import io.liquidationmap.alerts.Webhook.Outcome;
import io.liquidationmap.maps.MapsFailures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Alerts in memory, at most two per owner. Hosts and symbols that say so fail in the way they say.
class FakeAlerts implements Alerts {

    private final List<Alert> alerts = new ArrayList<>();

    @Override
    public Alert create(NewAlert wanted) {
        if (wanted.symbol().equals("UNKNOWN")) {
            throw MapsFailures.unknownSymbol("BTC");
        }
        if (wanted.url().getHost().equals("inside")) {
            throw AlertFailures.unusableUrl("has a host whose address is not public");
        }
        if (of(wanted.owner()).size() == 2) {
            throw AlertFailures.tooMany(2);
        }
        byte[] name = (wanted.owner() + alerts.size()).getBytes(StandardCharsets.UTF_8);
        Alert alert = new Alert(
                UUID.nameUUIDFromBytes(name),
                wanted.owner(),
                wanted.symbol(),
                wanted.range(),
                wanted.venues(),
                wanted.condition(),
                wanted.url(),
                ApiFixture.NOW);
        alerts.add(alert);
        return alert;
    }

    @Override
    public List<Alert> of(String owner) {
        return alerts.stream().filter(alert -> alert.owner().equals(owner)).toList();
    }

    @Override
    public Optional<Alert> find(String owner, UUID id) {
        return of(owner).stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    @Override
    public List<Delivery> deliveries(Alert alert) {
        return List.of(
                new Delivery(new UUID(1, 2), ApiFixture.NOW, State.PENDING, 0, null, null, null),
                new Delivery(
                        new UUID(1, 1),
                        FakeMaps.LAST_BAR_END,
                        State.GIVEN_UP,
                        8,
                        ApiFixture.NOW,
                        500,
                        "answered with status 500"));
    }

    @Override
    public boolean remove(String owner, UUID id) {
        return alerts.removeIf(
                alert -> alert.owner().equals(owner) && alert.id().equals(id));
    }

    @Override
    public Outcome test(Alert alert) {
        return new Outcome(204, null);
    }

    void clear() {
        alerts.clear();
    }
}
