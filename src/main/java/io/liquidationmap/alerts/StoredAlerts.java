package io.liquidationmap.alerts;

import io.liquidationmap.alerts.AlertException.TooMany;
import io.liquidationmap.alerts.AlertException.UnusableUrl;
import io.liquidationmap.alerts.Webhook.Outcome;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class StoredAlerts implements Alerts {

    private static final Logger log = LoggerFactory.getLogger(StoredAlerts.class);

    private static final int DELIVERIES_SHOWN = 20;

    private final AlertStore store;
    private final DeliveryStore deliveries;
    private final LiquidationMaps maps;
    private final Webhook webhook;
    private final AlertsProperties properties;
    private final Clock clock;

    StoredAlerts(
            AlertStore store,
            DeliveryStore deliveries,
            LiquidationMaps maps,
            Webhook webhook,
            AlertsProperties properties,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.maps = maps;
        this.webhook = webhook;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Alert create(NewAlert wanted) {
        webhook.refusal(wanted.url()).ifPresent(reason -> {
            throw new UnusableUrl(reason);
        });
        Alert alert = new Alert(
                UUID.randomUUID(),
                wanted.owner(),
                wanted.symbol(),
                wanted.range(),
                wanted.venues(),
                wanted.condition(),
                wanted.url(),
                now());
        requireKnownMarket(alert);
        if (!store.add(alert, wanted.secret(), properties.mostPerKey())) {
            throw new TooMany(properties.mostPerKey());
        }
        return alert;
    }

    @Override
    public List<Alert> of(String owner) {
        return store.of(owner);
    }

    @Override
    public Optional<Alert> find(String owner, UUID id) {
        return store.find(owner, id);
    }

    @Override
    public List<Delivery> deliveries(Alert alert) {
        return deliveries.last(alert.id(), DELIVERIES_SHOWN);
    }

    @Override
    public boolean remove(String owner, UUID id) {
        return store.remove(owner, id);
    }

    @Override
    public Outcome test(Alert alert) {
        Optional<String> secret = store.secretOf(alert.id());
        if (secret.isEmpty()) {
            return new Outcome(null, "the alert has just been removed");
        }
        String body = webhook.message(UUID.randomUUID(), alert, new Event.Test(now()), now(), null);
        return webhook.send(alert.url(), secret.get(), body);
    }

    /// Data may come later; a name that nobody knows will not.
    private void requireKnownMarket(Alert alert) {
        try {
            maps.open(alert.market(null));
        } catch (NoDataYet e) {
            log.debug("An alert waits for data: {}", e.getMessage());
        }
    }

    /// As exact as answers show it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
