package io.liquidationmap.alerts.jdbc;

import io.liquidationmap.alerts.Delivery;
import io.liquidationmap.alerts.Delivery.State;
import io.liquidationmap.alerts.DeliveryStore;
import io.liquidationmap.alerts.Webhook.Outcome;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcDeliveryStore implements DeliveryStore {

    private static final String OUTGOING = """
            select a.owner, a.url, a.secret, d.body, d.attempts
            from alert_delivery d join alert a on a.id = d.alert_id
            where d.id = :id and d.state = 'PENDING'""";

    private static final String ATTEMPTED = """
            update alert_delivery set
                state = :state, attempts = attempts + 1, last_attempt_at = :at, http_status = :status, error = :error
            where id = :id""";

    private final JdbcClient database;

    JdbcDeliveryStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Delivery> last(UUID alert, int limit) {
        return database.sql(
                        "select * from alert_delivery where alert_id = :alert order by created_at desc, id limit :limit")
                .param("alert", alert)
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> pending() {
        return database.sql("select id from alert_delivery where state = 'PENDING' order by created_at, id")
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Outgoing> outgoing(UUID delivery) {
        return database.sql(OUTGOING)
                .param("id", delivery)
                .query((row, _) -> new Outgoing(
                        row.getString("owner"),
                        URI.create(row.getString("url")),
                        row.getString("secret"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    @Override
    public void attempted(UUID delivery, State state, Instant at, Outcome outcome) {
        database.sql(ATTEMPTED)
                .param("id", delivery)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("status", outcome.httpStatus())
                .param("error", outcome.error())
                .update();
    }

    @Override
    public void forget(Instant before) {
        database.sql("delete from alert_delivery where created_at < :before and state <> 'PENDING'")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        OffsetDateTime lastAttempt = row.getObject("last_attempt_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                lastAttempt == null ? null : lastAttempt.toInstant(),
                row.getObject("http_status", Integer.class),
                row.getString("error"));
    }
}
