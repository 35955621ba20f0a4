package io.liquidationmap.alerts.jdbc;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.AlertStore.Memory;
import io.liquidationmap.alerts.Condition;
import io.liquidationmap.alerts.Condition.ImbalanceLabel;
import io.liquidationmap.alerts.Condition.PriceInCluster;
import io.liquidationmap.alerts.Condition.Sweep;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Alerts in the words of their table.
final class AlertColumns {

    private static final String IMBALANCE_LABEL = "IMBALANCE_LABEL";
    private static final String PRICE_IN_CLUSTER = "PRICE_IN_CLUSTER";
    private static final String SWEEP = "SWEEP";

    private AlertColumns() {}

    /// The parameters of an insertion, all but the secret.
    static Map<String, @Nullable Object> of(Alert alert) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", alert.id());
        columns.put("owner", alert.owner());
        columns.put("symbol", alert.symbol());
        columns.put("rangeHours", Math.toIntExact(alert.range().duration().toHours()));
        columns.put("venues", alert.venues().stream().map(Venue::name).sorted().collect(Collectors.joining(",")));
        columns.put("url", alert.url().toString());
        columns.put("createdAt", alert.createdAt().atOffset(ZoneOffset.UTC));
        columns.put(
                "condition",
                switch (alert.condition()) {
                    case ImbalanceLabel _ -> IMBALANCE_LABEL;
                    case PriceInCluster _ -> PRICE_IN_CLUSTER;
                    case Sweep _ -> SWEEP;
                });
        columns.put("distancePct", alert.condition() instanceof ImbalanceLabel(double pct) ? pct : null);
        columns.put(
                "thresholdUsd",
                switch (alert.condition()) {
                    case ImbalanceLabel _ -> null;
                    case PriceInCluster(double usd) -> usd;
                    case Sweep(double usd, Interval _) -> usd;
                });
        columns.put("stepSeconds", alert.condition() instanceof Sweep(double _, Interval step) ? step.seconds() : null);
        return columns;
    }

    static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("symbol"),
                new Range(Duration.ofHours(row.getInt("range_hours"))),
                venues(row),
                condition(row),
                URI.create(row.getString("url")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static Memory memory(ResultSet row) throws SQLException {
        OffsetDateTime evaluatedTo = row.getObject("evaluated_to", OffsetDateTime.class);
        String label = row.getString("label");
        Instant to = evaluatedTo == null ? null : evaluatedTo.toInstant();
        return new Memory(to, label == null ? null : Label.valueOf(label));
    }

    private static Set<Venue> venues(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("venues").getArray())
                .map(Venue::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Condition condition(ResultSet row) throws SQLException {
        String condition = row.getString("condition");
        return switch (condition) {
            case IMBALANCE_LABEL -> new ImbalanceLabel(row.getDouble("distance_pct"));
            case PRICE_IN_CLUSTER -> new PriceInCluster(row.getDouble("threshold_usd"));
            case SWEEP ->
                new Sweep(row.getDouble("threshold_usd"), new Interval(Duration.ofSeconds(row.getInt("step_seconds"))));
            default -> throw new IllegalStateException("an alert has the unknown condition " + condition);
        };
    }
}
