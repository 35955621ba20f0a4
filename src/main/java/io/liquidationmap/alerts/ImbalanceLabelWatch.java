package io.liquidationmap.alerts;

import io.liquidationmap.alerts.AlertStore.Memory;
import io.liquidationmap.alerts.AlertStore.Watched;
import io.liquidationmap.alerts.Condition.ImbalanceLabel;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.PriceWindow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Notices that the imbalance is called something else. The first name it hears is what it compares with.
@Component
class ImbalanceLabelWatch {

    /// Distances within which there is a label do not depend on it.
    private static final PriceWindow ANY_WINDOW = new PriceWindow.Span(40);

    private final Imbalances imbalances;

    ImbalanceLabelWatch(Imbalances imbalances) {
        this.imbalances = imbalances;
    }

    Verdict judge(Watched watched, ImbalanceLabel condition, MarketSnapshot now) {
        Instant asOf = now.market().dataChangedAt();
        Optional<InContext> found = imbalances.open(watched.alert().market(null)).view(ANY_WINDOW).distances().stream()
                .filter(distance -> Objects.equals(distance.at().distancePct(), condition.distancePct()))
                .findFirst();
        Label before = watched.memory().label();
        Label label = found.map(InContext::crowdedness)
                .map(crowdedness -> crowdedness.label())
                .orElse(before);
        List<Event> events = before == null || label == null || before == label
                ? List.of()
                : List.of(changed(asOf, condition, before, label, found.orElseThrow()));
        return new Verdict(new Memory(asOf, label), events, AlertRound.echo(now.market()));
    }

    private static Event changed(Instant asOf, ImbalanceLabel condition, Label before, Label after, InContext found) {
        return new Event.LabelChanged(
                asOf,
                condition.distancePct(),
                before,
                after,
                found.at().imbalance().upUsd(),
                found.at().imbalance().downUsd());
    }
}
