package io.liquidationmap.alerts;

import static java.util.Collections.max;

import io.liquidationmap.alerts.AlertStore.Memory;
import io.liquidationmap.alerts.AlertStore.Watched;
import io.liquidationmap.alerts.Condition.Sweep;
import io.liquidationmap.alerts.Webhook.Echo;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.maps.Realised.Step;
import io.liquidationmap.maps.RealisedLiquidations;
import io.liquidationmap.maps.RealisedQuery;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Notices that much has been liquidated. What is known of a step is never too much, so an alert is never wrong, but
/// where a venue tells only a part it may stay silent. Some of it arrives late: steps are looked at for a while, and after
/// a time in which nobody looked, all of it.
@Component
class SweepWatch {

    private static final Duration LATE = Duration.ofMinutes(30);

    /// What happened longer ago is no news.
    private static final Duration LONGEST = Duration.ofDays(2);

    private final RealisedLiquidations realised;
    private final Clock clock;

    SweepWatch(RealisedLiquidations realised, Clock clock) {
        this.realised = realised;
        this.clock = clock;
    }

    /// Looks at the steps that ended lately, or since the last look.
    ///
    /// @return empty while no step has ended since the alert was created
    Optional<Verdict> judge(Watched watched, Sweep condition) {
        Alert alert = watched.alert();
        Instant now = clock.instant();
        Instant lookedAt = now.minus(condition.step().duration()).minus(LATE);
        Instant last = watched.memory().evaluatedTo();
        Instant since = last == null || last.isAfter(lookedAt) ? lookedAt : last;
        Instant from = condition.step().ceiling(max(List.of(alert.createdAt(), since, now.minus(LONGEST))));
        if (!from.isBefore(condition.step().floor(now))) {
            return Optional.empty();
        }
        Realised found =
                realised.find(new RealisedQuery(alert.symbol(), alert.venues(), from, now, condition.step(), null));
        Echo market = new Echo(found.symbol(), found.venues(), found.simulated());
        return Optional.of(new Verdict(new Memory(found.to(), null), events(found, condition), market));
    }

    private static List<Event> events(Realised found, Sweep condition) {
        List<Event> events = new ArrayList<>();
        for (Side side : Side.values()) {
            found.steps().stream()
                    .filter(step -> step.side() == side && step.usd() != null)
                    .collect(Collectors.groupingBy(Step::from, TreeMap::new, Collectors.toList()))
                    .forEach((from, steps) -> {
                        Event.Swept swept = swept(from, condition.step(), side, steps);
                        if (swept.usd() >= condition.thresholdUsd()) {
                            events.add(swept);
                        }
                    });
        }
        return events;
    }

    /// All venues of which something is known.
    private static Event.Swept swept(Instant from, Interval step, Side side, Collection<Step> known) {
        return new Event.Swept(
                from,
                from.plus(step.duration()),
                side,
                known.stream()
                        .mapToDouble(part -> Objects.requireNonNull(part.usd()))
                        .sum(),
                known.stream()
                        .allMatch(part -> part.completeness() == Completeness.COMPLETE && part.coveredPct() >= 100));
    }
}
