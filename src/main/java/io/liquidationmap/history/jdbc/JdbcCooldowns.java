package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.Cooldowns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCooldowns implements Cooldowns {

    private final JdbcClient database;

    JdbcCooldowns(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> until(String host) {
        return database.sql("select until from cooldown where host = ?")
                .param(host)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public void extend(String host, Instant until) {
        database.sql("""
                        insert into cooldown as known (host, until) values (?, ?)
                        on conflict (host) do update set until = greatest(known.until, excluded.until)""").params(host, until.atOffset(ZoneOffset.UTC)).update();
    }
}
