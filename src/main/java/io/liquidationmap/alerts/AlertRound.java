package io.liquidationmap.alerts;

import io.liquidationmap.alerts.AlertStore.Message;
import io.liquidationmap.alerts.AlertStore.Watched;
import io.liquidationmap.alerts.Webhook.Echo;
import io.liquidationmap.maps.BusyException;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.QuestionException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Judges every alert of which there is new data, once.
@Component
class AlertRound {

    private static final Logger log = LoggerFactory.getLogger(AlertRound.class);

    private final AlertStore store;
    private final AlertOwners owners;
    private final LiquidationMaps maps;
    private final ImbalanceLabelWatch labels;
    private final ClusterWatch clusters;
    private final SweepWatch sweeps;
    private final Webhook webhook;
    private final Clock clock;

    AlertRound(
            AlertStore store,
            AlertOwners owners,
            LiquidationMaps maps,
            ImbalanceLabelWatch labels,
            ClusterWatch clusters,
            SweepWatch sweeps,
            Webhook webhook,
            Clock clock) {
        this.store = store;
        this.owners = owners;
        this.maps = maps;
        this.labels = labels;
        this.clusters = clusters;
        this.sweeps = sweeps;
        this.webhook = webhook;
        this.clock = clock;
    }

    /// Goes through all alerts. One that cannot be judged now is judged the next time, and keeps none of the others from
    /// being judged.
    void run() {
        for (Watched watched : store.watched()) {
            if (owners.isKnown(watched.alert().owner())) {
                judge(watched);
            }
        }
    }

    private void judge(Watched watched) {
        try {
            verdict(watched).ifPresent(verdict -> remember(watched, verdict));
        } catch (QuestionException | BusyException e) {
            log.debug("Alert {} waits: {}", watched.alert().id(), e.getMessage());
        } catch (RuntimeException e) {
            log.error(
                    "Alert {} cannot be judged and is tried again",
                    watched.alert().id(),
                    e);
        }
    }

    static Echo echo(Market market) {
        return new Echo(market.symbol(), market.venues(), market.simulated());
    }

    private Optional<Verdict> verdict(Watched watched) {
        return switch (watched.alert().condition()) {
            case Condition.Sweep sweep -> sweeps.judge(watched, sweep);
            case Condition.ImbalanceLabel label -> newData(watched).map(now -> labels.judge(watched, label, now));
            case Condition.PriceInCluster cluster -> newData(watched).map(now -> clusters.judge(watched, cluster, now));
        };
    }

    private Optional<MarketSnapshot> newData(Watched watched) {
        MarketSnapshot now = maps.open(watched.alert().market(null));
        Instant last = watched.memory().evaluatedTo();
        return Optional.of(now)
                .filter(snapshot ->
                        last == null || snapshot.market().dataChangedAt().isAfter(last));
    }

    private void remember(Watched watched, Verdict verdict) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Message> messages = verdict.events().stream()
                .map(event -> message(watched.alert(), event, now, verdict.market()))
                .toList();
        store.judged(watched, verdict.memory(), messages);
    }

    private Message message(Alert alert, Event event, Instant at, Echo market) {
        UUID id = UUID.randomUUID();
        return new Message(id, event.key(), webhook.message(id, alert, event, at, market), at);
    }
}
