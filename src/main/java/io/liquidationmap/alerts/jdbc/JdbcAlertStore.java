package io.liquidationmap.alerts.jdbc;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.AlertStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcAlertStore implements AlertStore {

    /// Two requests of one owner must not both see room for one more.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('alert ' || :owner, 0))";

    private static final String ADD = """
            insert into alert (
                id, owner, symbol, range_hours, venues, condition, distance_pct, threshold_usd, step_seconds, url,
                secret, created_at
            )
            select :id, :owner, :symbol, :rangeHours, string_to_array(:venues, ','), :condition, :distancePct,
                :thresholdUsd, :stepSeconds, :url, :secret, :createdAt
            where (select count(*) from alert where owner = :owner) < :most""";

    private static final String JUDGED = """
            update alert set evaluated_to = :evaluatedTo, label = :label
            where id = :id and evaluated_to is not distinct from :before""";

    private static final String MESSAGE = """
            insert into alert_delivery (id, alert_id, event_key, body, created_at, state, attempts)
            values (:id, :alert, :eventKey, :body, :createdAt, 'PENDING', 0)
            on conflict (alert_id, event_key) do nothing""";

    private final JdbcClient database;

    JdbcAlertStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean add(Alert alert, String secret, int most) {
        database.sql(ONE_AT_A_TIME)
                .param("owner", alert.owner())
                .query((_, _) -> true)
                .single();
        return database.sql(ADD)
                        .params(AlertColumns.of(alert))
                        .param("secret", secret)
                        .param("most", most)
                        .update()
                == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alert> of(String owner) {
        return database.sql("select * from alert where owner = :owner order by created_at, id")
                .param("owner", owner)
                .query((row, _) -> AlertColumns.alert(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Alert> find(String owner, UUID id) {
        return database.sql("select * from alert where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, _) -> AlertColumns.alert(row))
                .optional();
    }

    @Override
    public boolean remove(String owner, UUID id) {
        return database.sql("delete from alert where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> secretOf(UUID id) {
        return database.sql("select secret from alert where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Watched> watched() {
        return database.sql("select * from alert order by created_at, id")
                .query((row, _) -> new Watched(AlertColumns.alert(row), AlertColumns.memory(row)))
                .list();
    }

    @Override
    public boolean judged(Watched before, Memory after, List<Message> messages) {
        boolean same = database.sql(JUDGED)
                        .param("id", before.alert().id())
                        .param("before", utc(before.memory().evaluatedTo()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("evaluatedTo", utc(after.evaluatedTo()))
                        .param(
                                "label",
                                after.label() == null ? null : after.label().name())
                        .update()
                == 1;
        if (same) {
            messages.forEach(message -> add(before.alert(), message));
        }
        return same;
    }

    private void add(Alert alert, Message message) {
        database.sql(MESSAGE)
                .param("id", message.id())
                .param("alert", alert.id())
                .param("eventKey", message.eventKey())
                .param("body", message.body())
                .param("createdAt", utc(message.createdAt()))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
